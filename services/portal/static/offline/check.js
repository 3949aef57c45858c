// Checks permits without a network: the same verdicts as services/issuance/offline/checking.py, on tokens and signed lists. Pure.

const PREFIX = 'HC1:'
const MOST_CHARS = 4296
const MOST_BYTES = 4096
const HEAD = fromHex('d2844da201270448')
const PERMIT_CLAIM = -65537
const PLATE_TAIL = 5
const TYPES = { revocations: 'dajian-revocations+jws', extract: 'dajian-extract+jws' }

/** Keys of `/public/keys` by key id in hexadecimal. */
export function keysOf(published) {
  return new Map(published.keys.filter((key) => key.crv === 'Ed25519').map((key) => [key.kid, unbase64url(key.x)]))
}

/** A signed list, believed only by its signed payload: {state: fresh | stale | forged | missing, content}. */
export async function openList(kind, text, keys, now) {
  if (text === null) return { state: 'missing', content: null }
  try {
    const [head, payload, signature] = JSON.parse(text).jws.split('.')
    const header = JSON.parse(utf8(unbase64url(head)))
    const key = keys.get(header.kid)
    const ours = header.alg === 'EdDSA' && header.typ === TYPES[kind] && key
    const signed = new TextEncoder().encode(`${head}.${payload}`)
    if (!ours || !(await verify(unbase64url(signature), signed, key))) return { state: 'forged', content: null }
    const content = JSON.parse(utf8(unbase64url(payload)))
    return { state: now <= Date.parse(content.next_update) ? 'fresh' : 'stale', content }
  } catch {
    return { state: 'forged', content: null }
  }
}

/** The verdict on a token: its signature, the revocation list, then its dates. Never throws, whatever the text. */
export async function checkToken(token, keys, revocations, now) {
  const { verdict, claims } = await claimsOf(token.trim(), keys)
  if (verdict !== 'ok') return { verdict, list: revocations.state, claims: null, since: null }
  const answer = (told, since = null) => ({ verdict: told, list: revocations.state, claims, since })
  const entries = revocations.content ? revocations.content.entries : []
  const later = entries.filter((one) => one.number === claims.number && one.revision >= claims.revision)
  const entry = later.sort((a, b) => b.revision - a.revision)[0]
  if (entry) return answer(byEntry(entry, claims), entry.since)
  if (now < claims.validFrom) return answer('not_yet_valid')
  return answer(now > claims.validTo ? 'expired' : 'valid')
}

/** An ended revision ends the older ones with it; one that is only stopped leaves them superseded. */
function byEntry(entry, claims) {
  const same = entry.revision === claims.revision
  if (entry.state === 'on_hold') return same ? 'on_hold' : 'superseded'
  if (entry.state === 'used_up') return same ? 'expired' : 'superseded'
  return entry.state === 'superseded' ? 'superseded' : 'revoked'
}

/** Permits of an extract one of whose plates ends in these characters, at least the last five of it. */
export function byPlate(extract, tail) {
  const wanted = tail.trim().toUpperCase()
  if (wanted.length < PLATE_TAIL || !extract.content) return []
  return extract.content.entries.filter((entry) => entry.plates.some((plate) => plate.endsWith(wanted)))
}

async function claimsOf(token, keys) {
  let signed, kid, payload
  try {
    signed = await unwrap(token)
    ;({ kid, payload } = parts(signed))
  } catch {
    return { verdict: 'forged' }
  }
  const key = keys.get(kid)
  if (!key) return { verdict: 'unknown_key' }
  try {
    const signature = signed.slice(signed.length - 64)
    if (!(await verify(signature, sigStructure(signed, payload), key))) return { verdict: 'altered' }
    return { verdict: 'ok', claims: permitOf(kid, decode(payload)) }
  } catch {
    return { verdict: 'forged' }
  }
}

async function unwrap(token) {
  if (!token.startsWith(PREFIX) || token.length > MOST_CHARS) throw new Error('not ours')
  const packed = base45(token.slice(PREFIX.length))
  const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  const signed = new Uint8Array(await new Response(inflated).arrayBuffer())
  if (signed.length > MOST_BYTES) throw new Error('not ours')
  return signed
}

/** Key id and payload of a token of exactly the form we issue: other CBOR is not looked at. */
function parts(signed) {
  const at = HEAD.length + 8
  const headed = HEAD.every((byte, index) => signed[index] === byte) && signed[at] === 0xa0
  const width = { 0x58: 1, 0x59: 2 }[signed[at + 1]]
  if (!headed || !width) throw new Error('not ours')
  const start = at + 2 + width
  const length = width === 1 ? signed[at + 2] : signed[at + 2] * 256 + signed[at + 3]
  const end = start + length
  if (signed[end] !== 0x58 || signed[end + 1] !== 0x40 || signed.length !== end + 2 + 64) throw new Error('not ours')
  return { kid: hex(signed.slice(HEAD.length, at)), payload: signed.slice(start, end) }
}

/** What a COSE_Sign1 signs (RFC 9052, 4.4). */
function sigStructure(signed, payload) {
  const name = new TextEncoder().encode('Signature1')
  const size = payload.length < 256 ? [0x58, payload.length] : [0x59, payload.length >> 8, payload.length & 255]
  return join([[0x84, 0x6a], name, signed.slice(2, 16), [0x40], size, payload])
}

function permitOf(kid, claims) {
  const facts = claims.get(PERMIT_CLAIM)
  const [length, width, height] = facts.get(3)
  return {
    kid,
    number: claims.get(2),
    revision: facts.get(1),
    plates: facts.get(2),
    length,
    width,
    height,
    mass: facts.get(4),
    validFrom: claims.get(5) * 1000,
    validTo: claims.get(4) * 1000,
    demonstration: facts.get(10),
  }
}

/** The little of CBOR (RFC 8949) our payloads use: integers, byte and text strings, arrays, maps, true and false. */
function decode(bytes) {
  let at = 0
  const number = (info) => {
    if (info < 24) return info
    const width = { 24: 1, 25: 2, 26: 4, 27: 8 }[info]
    if (!width) throw new Error('not ours')
    let value = 0
    for (const byte of take(width)) value = value * 256 + byte
    return value
  }
  const take = (count) => {
    if (at + count > bytes.length) throw new Error('not ours')
    at += count
    return bytes.slice(at - count, at)
  }
  const item = () => {
    const [first] = take(1)
    const kind = first >> 5
    if (kind === 7) {
      if (first === 0xf4 || first === 0xf5) return first === 0xf5
      throw new Error('not ours')
    }
    const value = number(first & 31)
    if (kind === 0) return value
    if (kind === 1) return -1 - value
    if (kind === 2) return take(value)
    if (kind === 3) return utf8(take(value))
    if (kind === 4) return Array.from({ length: value }, item)
    if (kind === 5) return new Map(Array.from({ length: value }, () => [item(), item()]))
    throw new Error('not ours')
  }
  return item()
}

function base45(text) {
  const digits = Array.from(text, (char) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.indexOf(char))
  if (digits.includes(-1) || digits.length % 3 === 1) throw new Error('not ours')
  const bytes = []
  for (let at = 0; at < digits.length; at += 3) {
    const [low, middle, high] = digits.slice(at, at + 3)
    const value = low + middle * 45 + (high ?? 0) * 2025
    if (value > (high === undefined ? 255 : 65535)) throw new Error('not ours')
    bytes.push(...(high === undefined ? [value] : [value >> 8, value & 255]))
  }
  return new Uint8Array(bytes)
}

// Ed25519 (RFC 8032, 5.1.7) in whole numbers: browsers in other applications often lack it.
const P = 2n ** 255n - 19n
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const D = mod(-121665n * inverse(121666n))
const ROOT = power(2n, (P - 1n) / 4n)
const BASE = point(mod(4n * inverse(5n)), 0n)

/** Whether a key (32 bytes) made a signature (64 bytes) of a message. */
export async function verify(signature, message, key) {
  const pub = pointOf(key)
  const s = little(signature.slice(32))
  if (signature.length !== 64 || s >= L || pub === null) return false
  const first = signature.slice(0, 32)
  const digest = await crypto.subtle.digest('SHA-512', join([first, key, message]))
  const k = little(new Uint8Array(digest)) % L
  const negative = [mod(-pub[0]), pub[1], pub[2], mod(-pub[3])]
  return hex(encoded(added(times(s, BASE), times(k, negative)))) === hex(first)
}

function mod(value) {
  return ((value % P) + P) % P
}

function power(base, exponent) {
  let result = 1n
  for (let square = base, left = exponent; left > 0n; left >>= 1n, square = mod(square * square)) {
    if (left & 1n) result = mod(result * square)
  }
  return result
}

function inverse(value) {
  return power(mod(value), P - 2n)
}

/** The point of an y and the lowest bit of its x, in extended coordinates; null: there is none. */
function point(y, odd) {
  const u = mod(y * y - 1n)
  const v = mod(D * y * y + 1n)
  let x = mod(u * power(v, 3n) * power(mod(u * power(v, 7n)), (P - 5n) / 8n))
  if (mod(v * x * x) !== u) x = mod(x * ROOT)
  if (mod(v * x * x) !== u || (x === 0n && odd)) return null
  if ((x & 1n) !== odd) x = mod(-x)
  return [x, y, 1n, mod(x * y)]
}

function pointOf(bytes) {
  const whole = little(bytes)
  const y = whole & (2n ** 255n - 1n)
  return bytes.length !== 32 || y >= P ? null : point(y, whole >> 255n)
}

function added([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = (y1 - x1) * (y2 - x2)
  const b = (y1 + x1) * (y2 + x2)
  const c = 2n * D * t1 * t2
  const d = 2n * z1 * z2
  const [e, f, g, h] = [mod(b - a), mod(d - c), mod(d + c), mod(b + a)]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

function times(scalar, base) {
  let result = [0n, 1n, 1n, 0n]
  for (let left = scalar, step = base; left > 0n; left >>= 1n, step = added(step, step)) {
    if (left & 1n) result = added(result, step)
  }
  return result
}

function encoded([x, y, z]) {
  const scale = inverse(z)
  let whole = mod(y * scale) | ((mod(x * scale) & 1n) << 255n)
  return Uint8Array.from({ length: 32 }, () => {
    const byte = Number(whole & 255n)
    whole >>= 8n
    return byte
  })
}

function little(bytes) {
  return bytes.reduceRight((whole, byte) => (whole << 8n) | BigInt(byte), 0n)
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16))
}

function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function utf8(bytes) {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

function unbase64url(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}

function join(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
