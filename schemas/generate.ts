/**
 * Writes everything that is derived and committed: types and validators of the schemas, the CST types, the catalogue. `--check` writes nothing and
 * fails when a committed file is stale.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { compile as compileTypes } from 'json-schema-to-typescript'

const here = import.meta.dirname
const checkOnly = process.argv.includes('--check')
const stale: string[] = []

function put(path: string, text: string): void {
  const current = readIfThere(path)
  if (current === text) return
  if (checkOnly) stale.push(path)
  else writeFileSync(path, text)
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** A schema's types (`NAME.ts`) and its standalone validator (`NAME.validate.js` with a declaration beside it). */
async function generateSchema(file: string): Promise<void> {
  const name = file.replace('.schema.json', '')
  const schema = JSON.parse(readFileSync(join(here, file), 'utf8')) as Record<string, unknown> & { title: string; $id: string }
  const banner = `/* Generated from schemas/${file} by \`npm run generate\`. */`
  const types = await compileTypes(structuredClone(schema), schema.title, { bannerComment: banner, additionalProperties: false, style: { semi: false, singleQuote: true } })
  put(join(here, 'generated', `${name}.ts`), types)

  // A table may be large and hostile: its first error is enough, and a list of all of them could exhaust memory.
  const allErrors = name !== 'decision-table'
  const ajv = new Ajv({ allErrors, strict: false, code: { source: true, esm: true, lines: true } })
  const validate = ajv.compile(schema)
  put(join(here, 'generated', `${name}.validate.js`), `${banner}\n${toModuleImports(standaloneCode.default(ajv, validate))}`)
  put(
    join(here, 'generated', `${name}.validate.d.ts`),
    `${banner}\nimport type { ValidateFunction } from 'ajv'\nimport type { ${schema.title} } from './${name}.ts'\nexport declare const validate: ValidateFunction<${schema.title}>\nexport default validate\n`,
  )
}

/** Ajv's standalone output still calls `require` for its own runtime helpers; an ES module must import them. */
function toModuleImports(code: string): string {
  const imports: string[] = []
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_, path: string) => {
    const local = `helper${imports.length}`
    imports.push(`import ${local}_ from '${path}.js';\nconst ${local} = ${local}_.default;`)
    return local
  })
  return `${imports.join('\n')}\n${body}`
}

mkdirSync(join(here, 'generated'), { recursive: true })
for (const file of readdirSync(here).filter((entry) => entry.endsWith('.schema.json'))) await generateSchema(file)

if (stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}\nrun \`npm run generate\` and commit the result`)
  process.exit(1)
}
