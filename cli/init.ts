import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exitCode, type ExitCode } from './exit-code.ts'
import { packageRoot } from './package-root.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

const starter = join(packageRoot, 'policies/starter')
const files = ['main.route', 'gateway.json'] as const

/** `gwc init [FOLDER]`: a first policy and configuration, never over a file that is there. */
export function run([folder = '.']: readonly string[]): ExitCode {
  const present = files.map((file) => join(folder, file)).filter((path) => existsSync(path))
  if (present.length > 0) {
    throw new ToolFailure(
      `${present.join(' and ')} ${present.length === 1 ? 'is' : 'are'} there already; nothing was written`,
    )
  }
  try {
    makeFolder(folder)
    for (const file of files) copyFileSync(join(starter, file), join(folder, file), constants.COPYFILE_EXCL)
  } catch (error) {
    throw new ToolFailure(`cannot write into ${folder}: ${reasonOf(error)}`, { cause: error })
  }
  console.log(nextSteps(folder))
  return exitCode.ok
}

/** With those around it. Node's own recursive way never ends where a folder that is there takes no other, as `/proc` does not. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function nextSteps(folder: string): string {
  const at = folder === '.' ? '' : ` ${folder}`
  return `wrote ${files.map((file) => join(folder, file)).join(' and ')}

next:
  gwc check${at}                      prove it
  gwc serve --demo${at}               try it without any key
  OPENAI_API_KEY=sk-… gwc serve${at}  serve it with your key

Its keys are "open": anybody on this machine may ask, and all of them are \`anonymous\` to budgets and rules. With
"keys": "required" in ${join(folder, 'gateway.json')} each client has a key of its own:
  gwc keys create NAME --config ${join(folder, 'gateway.json')}`
}
