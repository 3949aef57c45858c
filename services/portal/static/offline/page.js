// The offline page: fetches keys and lists while there is a network, and tells verdicts in Chinese and English.

import { byPlate, checkToken, keysOf, openList } from '/offline/check.js'

const KEPT = 'dajian-offline-1' // as in worker.js
const NAMES = { keys: ['公钥', 'Keys'], revocations: ['吊销名单', 'Revocation list'], extract: ['有效通行证名册', 'Permits in force'] }
const STATES = {
  fresh: ['可用', 'good', 'good'],
  stale: ['已过期，请联网更新', 'stale: update it with a network', 'warn'],
  forged: ['签名不符，不可用', 'its signature does not hold: not usable', 'bad'],
  missing: ['尚未下载', 'not fetched yet', 'bad'],
}
const VERDICTS = {
  valid: ['有效', 'valid', 'good'],
  forged: ['伪造：不是本机关签发', 'forged: not issued by the authority', 'bad'],
  altered: ['被改动：内容与签名不符', 'altered: what it says was changed', 'bad'],
  unknown_key: ['公钥未知，请联网更新后再核验', 'unknown key: update with a network and check again', 'warn'],
  revoked: ['已撤销、撤回、作废、没收或注销', 'revoked, withdrawn, given up, confiscated or struck off', 'bad'],
  superseded: ['已换发，以新证为准', 'superseded by a newer revision', 'bad'],
  on_hold: ['中止通行', 'on hold: may not travel now', 'bad'],
  not_yet_valid: ['尚未生效', 'not valid yet', 'warn'],
  expired: ['已过期或已用完', 'expired or used up', 'bad'],
}
const UNSURE = ['签发时有效；吊销名单不可用或已过期，不能确认现在仍有效', 'good when issued; without a fresh revocation list nobody knows whether it still is', 'warn']
const at = (id) => document.getElementById(id)
let held = { keys: new Map(), revocations: { state: 'missing', content: null }, extract: { state: 'missing', content: null } }

async function text(name) {
  try {
    const address = `/api/issuance/v1/public/${name}`
    const answer = await fetch(address, { cache: 'no-cache' })
    if (!answer.ok) return null
    // On the first visit the worker does not answer yet: what is fetched now is kept here.
    if (self.caches) await (await caches.open(KEPT)).put(address, answer.clone())
    return await answer.text()
  } catch {
    return null
  }
}

async function load() {
  const [keys, revocations, extract] = await Promise.all(Object.keys(NAMES).map(text))
  const known = keys === null ? new Map() : keysOf(JSON.parse(keys))
  const now = Date.now()
  held = {
    keys: known,
    revocations: await openList('revocations', revocations, known, now),
    extract: await openList('extract', extract, known, now),
  }
  const told = { ...held, keys: { state: known.size ? 'fresh' : 'missing', content: null } }
  at('states').replaceChildren(...Object.entries(NAMES).flatMap(([name, [zh, en]]) => {
    const { state, content } = told[name]
    const [said, saidEn, tone] = STATES[state]
    const until = content ? `（${moment(content.issued_at)} — ${moment(content.next_update)}）` : ''
    return [element('dt', `${zh} ${en}`), element('dd', `${said} · ${saidEn}${until}`, tone, { name, state })]
  }))
}

function moment(value) {
  return new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date(value))
}

function element(tag, content, tone = '', data = {}) {
  const made = Object.assign(document.createElement(tag), { textContent: content, className: tone })
  Object.assign(made.dataset, data)
  return made
}

function rows(permit) {
  const size = [permit.length, permit.width, permit.height].map((one) => (one / 1000).toFixed(2)).join(' × ')
  return [
    `${permit.number} · 第 ${permit.revision} 版${permit.demonstration ? ' · 示范 demonstration' : ''}`,
    permit.plates.join('、'),
    `${size} m · ${(permit.mass / 1000).toFixed(2)} t`,
    `${moment(permit.validFrom)} — ${moment(permit.validTo)}`,
  ].map((line) => element('p', line))
}

async function check(token) {
  const told = await checkToken(token, held.keys, held.revocations, Date.now())
  const sure = told.verdict !== 'valid' || told.list === 'fresh'
  const [zh, en, tone] = sure ? VERDICTS[told.verdict] : UNSURE
  const since = told.since ? `（${moment(told.since)}）` : ''
  const head = element('p', `${zh}${since} · ${en}`, `verdict ${tone}`, { verdict: told.verdict, list: told.list })
  at('verdict').replaceChildren(head, ...(told.claims ? rows(told.claims) : []))
}

function stateOf(entry, now) {
  if (entry.hold) return VERDICTS.on_hold
  if (now < Date.parse(entry.valid_from)) return VERDICTS.not_yet_valid
  return now > Date.parse(entry.valid_to) ? VERDICTS.expired : VERDICTS.valid
}

function find(tail) {
  const [said, saidEn, tone] = STATES[held.extract.state]
  const list = element('p', `名册 ${said} · ${saidEn}`, tone, { list: held.extract.state })
  const found = byPlate(held.extract, tail).map((entry) => {
    const [zh, en, color] = stateOf(entry, Date.now())
    const card = element('article', '')
    const shown = { ...entry, length: entry.length_mm, width: entry.width_mm, height: entry.height_mm, mass: entry.gross_mass_kg, validFrom: entry.valid_from, validTo: entry.valid_to }
    card.append(element('p', `${zh} · ${en}`, `verdict ${color}`), ...rows(shown))
    return card
  })
  const none = element('p', '名册中没有此车的通行证 · no permit of this plate in the list', 'bad')
  const known = held.extract.content !== null
  at('found').replaceChildren(...(held.extract.state === 'fresh' ? [] : [list]), ...(known && !found.length ? [none] : found))
}

async function scan() {
  const camera = at('camera')
  camera.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  camera.hidden = false
  await camera.play()
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  const look = async () => {
    const [code] = await detector.detect(camera)
    if (!code) return requestAnimationFrame(look)
    camera.srcObject.getTracks().forEach((track) => track.stop())
    camera.hidden = true
    at('token').value = code.rawValue
    return check(code.rawValue)
  }
  await look()
}

at('by-code').addEventListener('submit', (event) => { event.preventDefault(); void check(at('token').value) })
at('by-plate').addEventListener('submit', (event) => { event.preventDefault(); find(at('tail').value) })
at('update').addEventListener('click', () => void load())
if ('BarcodeDetector' in window && navigator.mediaDevices) {
  at('scan').hidden = false
  at('scan').addEventListener('click', () => void scan().catch(() => { at('camera').hidden = true }))
}
if ('serviceWorker' in navigator) {
  await navigator.serviceWorker.register('/offline/worker.js', { scope: '/offline/' })
  await navigator.serviceWorker.ready
}
await load()
document.documentElement.dataset.ready = 'true'
