/** `npm run vsix`: the extension for Visual Studio Code as one file to install, with the server in it. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { packExtension } from './pack-extension.ts'

const file = await packExtension(join(import.meta.dirname, '../editors/vscode/dist/extension'))
console.log(`${join(file)}: ${Math.round(statSync(file).size / 1024)} kB`)
