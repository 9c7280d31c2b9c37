/**
 * Writes everything that is derived and committed: types and validators of the schemas, the types of the concrete syntax
 * tree, the colours of editors, the catalogue, the WebAssembly of the vector index, the priors of calibration. `--check` writes nothing and fails when a committed file is stale.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { compile as compileTypes } from 'json-schema-to-typescript'
import { cstTypesPath, generateCstTypes } from '../lang/generate-cst-types.ts'
import { failIfStale, putGenerated } from './generated-file.ts'
import { generatePriors } from './priors.ts'
import { generateReference } from './reference.ts'
import { generateScoreModule } from './score-module.ts'
import { textmateGrammar, textmatePath } from './textmate-grammar.ts'

const root = join(import.meta.dirname, '..')
const schemas = join(root, 'schemas')
const generated = join(schemas, 'generated')

type Schema = Record<string, unknown> & { readonly title: string }

/** A schema's types (`NAME.ts`) and its standalone validator (`NAME.validate.js` with a declaration beside it). */
async function generateSchema(file: string): Promise<void> {
  const name = file.replace('.schema.json', '')
  const schema = JSON.parse(readFileSync(join(schemas, file), 'utf8')) as Schema
  const banner = `/* Generated from schemas/${file} by \`npm run generate\`. */`
  putGenerated(join(generated, `${name}.ts`), await typesOf(schema, banner))
  putGenerated(join(generated, `${name}.validate.js`), `${banner}\n${validatorOf(name, schema)}`)
  putGenerated(join(generated, `${name}.validate.d.ts`), `${banner}\n${declarationOf(schema, name)}`)
}

const typesOf = (schema: Schema, bannerComment: string): Promise<string> =>
  compileTypes(structuredClone(schema), schema.title, {
    bannerComment,
    additionalProperties: false,
    style: { semi: false, singleQuote: true },
  })

function validatorOf(name: string, schema: Schema): string {
  // A table may be large and hostile: its first error is enough, and a list of all of them could exhaust memory.
  const allErrors = name !== 'decision-table'
  const ajv = new Ajv({ allErrors, strict: false, code: { source: true, esm: true, lines: true } })
  return toModuleImports(standaloneCode.default(ajv, ajv.compile(schema)))
}

/** Ajv's standalone output still calls `require` for its own runtime helpers; an ES module must import them. Node gives them as `{ default }`, Vitest unwraps them. */
function toModuleImports(code: string): string {
  const imports: string[] = []
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_, path: string) => {
    const local = `helper${imports.length}`
    imports.push(`import ${local}_ from '${path}.js';\nconst ${local} = ${local}_.default ?? ${local}_;`)
    return local
  })
  return `${imports.join('\n')}\n${body}`
}

const declarationOf = ({ title }: Schema, name: string): string =>
  `import type { ValidateFunction } from 'ajv'
import type { ${title} } from './${name}.ts'
export declare const validate: ValidateFunction<${title}>
export default validate
`

mkdirSync(generated, { recursive: true })
for (const file of readdirSync(schemas).filter((entry) => entry.endsWith('.schema.json')))
  await generateSchema(file)
putGenerated(join(root, cstTypesPath), generateCstTypes())
generateReference(root)
putGenerated(join(root, textmatePath), textmateGrammar())
await generateScoreModule(root)
generatePriors(root)
failIfStale()
execFileSync(process.execPath, [join(import.meta.dirname, 'build-catalogue.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
