// Types of every service's API from the committed openapi/*.json, so that a change there that breaks a page breaks the build.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const from = new URL('../../../../openapi/', import.meta.url)
const to = new URL('../src/api/generated/', import.meta.url)

mkdirSync(to, { recursive: true })
for (const name of readdirSync(from).filter((file) => file.endsWith('.json') && file !== 'portal.json')) {
  const tree = await openapiTS(new URL(name, from), { silent: true })
  // openapi-fetch reads a pair as a plain list; so it is one here too.
  const text = astToString(tree).replaceAll(/\[\s*number,\s*number\s*\]/g, 'number[]')
  writeFileSync(new URL(name.replace('.json', '.ts'), to), text)
}
