// Types of every service's API from the committed openapi/*.json, so that a change there that breaks a page breaks the build.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const from = new URL('../../../../openapi/', import.meta.url)
const to = new URL('../src/api/generated/', import.meta.url)

mkdirSync(to, { recursive: true })
for (const name of readdirSync(from).filter((file) => file.endsWith('.json') && file !== 'portal.json')) {
  const tree = await openapiTS(new URL(name, from), { silent: true })
  writeFileSync(new URL(name.replace('.json', '.ts'), to), astToString(tree))
}
