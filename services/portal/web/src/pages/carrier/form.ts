// The application form: what is typed, what is still missing, and the facts it makes for the services.
import type { Application, Facts, FurtherSet, Place } from '@/api/types'
import { fieldMoment, wireMoment } from '@/format'

type Kind = Facts['vehicle_set']['kind']
export interface PlaceForm { adcode: string; name: string; address: string; lon: number | null; lat: number | null }
export interface TractorForm { plate: string; curb_mass_kg: number | null; axles: number | null; drive_axles: number | null }
export interface Form {
  /** The draft the service already has. */
  id: string
  cargo: { name: string; divisible: boolean; length_mm: number | null; width_mm: number | null; height_mm: number | null; mass_kg: number | null }
  kind: Kind
  tractors: TractorForm[]
  trailer: { plate: string; curb_mass_kg: number | null; axles: number | null; axle_lines: number | null }
  loads: (number | null)[]
  spacings: (number | null)[]
  tyres: number | null
  single: number | null
  wide: number | null
  air: boolean
  body: Facts['vehicle_set']['body']
  licence: number | null
  loaded: { length_mm: number | null; width_mm: number | null; height_mm: number | null; gross_mass_kg: number | null }
  origin: PlaceForm
  destination: PlaceForm
  via: Place[]
  start: string
  end: string
  trips: number | null
  /** Further vehicle sets with their loads; they go on the same trip, whatever these hold of one. */
  further: Form[]
}

const WEEK_MS = 7 * 86_400_000
const nowhere = (): PlaceForm => ({ adcode: '', name: '', address: '', lon: null, lat: null })
export const newTractor = (): TractorForm => ({ plate: '', curb_mass_kg: null, axles: 3, drive_axles: 2 })

function at(offsetMs: number, hour: string): string {
  return `${fieldMoment(new Date(Date.now() + offsetMs)).slice(0, 10)}T${hour}`
}

export function emptyForm(): Form {
  return {
    id: '',
    cargo: { name: '', divisible: false, length_mm: null, width_mm: null, height_mm: null, mass_kg: null },
    kind: 'flatbed',
    tractors: [newTractor()],
    trailer: { plate: '', curb_mass_kg: null, axles: 3, axle_lines: null },
    loads: [],
    spacings: [],
    tyres: null,
    single: 0,
    wide: 0,
    air: false,
    body: 'general',
    licence: null,
    loaded: { length_mm: null, width_mm: null, height_mm: null, gross_mass_kg: null },
    origin: nowhere(),
    destination: nowhere(),
    via: [],
    start: at(WEEK_MS, '08:00'),
    end: at(WEEK_MS + 2 * 86_400_000, '18:00'),
    trips: 1,
    further: [],
  }
}

export function formOf(facts: Facts, id = '', further: readonly FurtherSet[] = []): Form {
  const { cargo, vehicle_set: set, loaded, trip } = facts
  return {
    ...emptyForm(),
    id,
    cargo: { ...cargo },
    kind: set.kind,
    tractors: set.tractors.map((one) => ({ ...one })),
    trailer: set.trailer ? { ...set.trailer } : emptyForm().trailer,
    loads: [...set.axle_loads_kg],
    spacings: [...set.axle_spacings_mm],
    tyres: set.tyres,
    single: set.single_tyre_axles,
    wide: set.wide_tyre_axles,
    air: set.air_suspension,
    body: set.body,
    licence: set.licence_gross_mass_kg ?? null,
    loaded: { ...loaded },
    origin: { ...trip.origin },
    destination: { ...trip.destination },
    via: [...trip.via],
    start: fieldMoment(trip.planned_start),
    end: fieldMoment(trip.planned_end),
    trips: trip.trip_count,
    further: further.map((one) => formOf({ ...one, trip })),
  }
}

/** The same load again: new dates, and the other way round when it is the return. */
export function again(application: Application, back: boolean): Form {
  const form = formOf(application.facts, '', application.further_sets)
  const fresh = emptyForm()
  const ends = back ? { origin: form.destination, destination: form.origin, via: [...form.via].reverse() } : {}
  return { ...form, ...ends, start: fresh.start, end: fresh.end }
}

export function axleCount(form: Form): number {
  const pulling = form.tractors.reduce((sum, one) => sum + (one.axles ?? 0), 0)
  if (form.kind === 'rigid') return pulling
  return pulling + ((form.kind === 'hydraulic' ? form.trailer.axle_lines : form.trailer.axles) ?? 0)
}

/** Empty and vehicle mass together with the load. */
export function massSum(form: Form): number | null {
  const parts = [form.cargo.mass_kg, ...form.tractors.map((one) => one.curb_mass_kg), ...(form.kind === 'rigid' ? [] : [form.trailer.curb_mass_kg])]
  return parts.every((one) => one) ? parts.reduce<number>((sum, one) => sum + (one ?? 0), 0) : null
}

/** Pointers of what must be there before the load can be judged. */
export function missing(form: Form): string[] {
  const needs: [string, unknown][] = [
    ...(['length_mm', 'width_mm', 'height_mm', 'mass_kg'] as const).map((key): [string, unknown] => [`/cargo/${key}`, form.cargo[key]]),
    ...form.tractors.flatMap((one, index): [string, unknown][] => [
      [`/vehicle_set/tractors/${index}/curb_mass_kg`, one.curb_mass_kg],
      [`/vehicle_set/tractors/${index}/axles`, one.axles],
    ]),
    ...(form.kind === 'rigid' ? [] : ([['/vehicle_set/trailer/curb_mass_kg', form.trailer.curb_mass_kg], ['/vehicle_set/trailer/axles', form.trailer.axles]] as [string, unknown][])),
    ...(form.kind === 'hydraulic' ? ([['/vehicle_set/trailer/axle_lines', form.trailer.axle_lines]] as [string, unknown][]) : []),
    ...(['length_mm', 'width_mm', 'height_mm', 'gross_mass_kg'] as const).map((key): [string, unknown] => [`/loaded/${key}`, form.loaded[key]]),
    ['/vehicle_set/axle_loads_kg', form.loads.length && form.loads.every(Boolean)],
    ['/vehicle_set/axle_spacings_mm', form.spacings.every(Boolean)],
    ['/vehicle_set/tyres', form.tyres],
  ]
  return needs.filter(([, value]) => !value).map(([pointer]) => pointer)
}

/** Pointers of what a vehicle set must have beyond that before it can be handed in. */
export function missingOfSet(form: Form): string[] {
  const needs: [string, unknown][] = [
    ['/cargo/name', form.cargo.name.trim()],
    ...form.tractors.map((one, index): [string, unknown] => [`/vehicle_set/tractors/${index}/plate`, one.plate]),
    ...(form.kind === 'rigid' ? [] : ([['/vehicle_set/trailer/plate', form.trailer.plate]] as [string, unknown][])),
  ]
  return [...missing(form), ...needs.filter(([, value]) => !value).map(([pointer]) => pointer)]
}

/** The same for the trip. */
export function missingOfTrip(form: Form): string[] {
  const place = (name: string, one: PlaceForm): [string, unknown][] => [
    [`/trip/${name}/name`, one.name && one.lon !== null && one.lat !== null && one.adcode],
    [`/trip/${name}/address`, one.address.trim()],
  ]
  const needs: [string, unknown][] = [
    ...place('origin', form.origin),
    ...place('destination', form.destination),
    ['/trip/planned_start', form.start],
    ['/trip/planned_end', form.end],
  ]
  return needs.filter(([, value]) => !value).map(([pointer]) => pointer)
}

/** All vehicle sets, the first one first. */
export const setsOf = (form: Form): readonly Form[] => [form, ...form.further]

/** One more set like this one, on other vehicles. */
export function anotherSet(like: Form): Form {
  const copy = JSON.parse(JSON.stringify({ ...like, further: [] })) as Form
  copy.tractors.forEach((one) => { one.plate = '' })
  copy.trailer.plate = ''
  return { ...copy, id: '' }
}

/** The facts of one set on the trip of the form. */
export const factsOfSet = (form: Form, set: Form): Facts => ({ ...factsOf(set), trip: factsOf(form).trip })

export function furtherOf(form: Form): FurtherSet[] {
  return form.further.map((one) => {
    const { cargo, vehicle_set, loaded } = factsOf(one)
    return { cargo, vehicle_set, loaded }
  })
}

const PREVIEW_PLACE: Place = { adcode: '150602', name: '东胜区', address: '东胜区', lon: 109.963, lat: 39.823 }
const whole = (value: number | null) => value ?? 0

function placeOf(one: PlaceForm): Place {
  if (!one.adcode || one.lon === null || one.lat === null) return PREVIEW_PLACE
  return { adcode: one.adcode, name: one.name || one.adcode, address: one.address.trim() || one.name || one.adcode, lon: one.lon, lat: one.lat }
}

/** The facts; where a preview needs a name, a plate or a place that is not typed yet, one that changes nothing in its answer. */
export function factsOf(form: Form): Facts {
  const spare = (plate: string, index: number, trailer: boolean) => plate || (trailer ? '蒙K0000挂' : `蒙K0000${index}`)
  return {
    trip: { origin: placeOf(form.origin), destination: placeOf(form.destination), via: form.via, planned_start: wireMoment(form.start || at(WEEK_MS, '08:00')), planned_end: wireMoment(form.end || at(WEEK_MS, '18:00')), trip_count: form.trips ?? 1 },
    cargo: { name: form.cargo.name.trim() || '—', divisible: form.cargo.divisible, length_mm: whole(form.cargo.length_mm), width_mm: whole(form.cargo.width_mm), height_mm: whole(form.cargo.height_mm), mass_kg: whole(form.cargo.mass_kg) },
    vehicle_set: {
      kind: form.kind,
      tractors: form.tractors.map((one, index) => ({ plate: spare(one.plate, index, false), curb_mass_kg: whole(one.curb_mass_kg), axles: whole(one.axles), drive_axles: Math.min(whole(one.drive_axles), whole(one.axles)) })),
      trailer: form.kind === 'rigid' ? null : { plate: spare(form.trailer.plate, 0, true), curb_mass_kg: whole(form.trailer.curb_mass_kg), axles: whole(form.trailer.axles), axle_lines: form.kind === 'hydraulic' ? whole(form.trailer.axle_lines) : 0 },
      axle_spacings_mm: form.spacings.map(whole),
      axle_loads_kg: form.loads.map(whole),
      tyres: whole(form.tyres),
      single_tyre_axles: whole(form.single),
      wide_tyre_axles: whole(form.wide),
      air_suspension: form.air,
      body: form.body,
      licence_gross_mass_kg: form.licence,
    },
    loaded: { length_mm: whole(form.loaded.length_mm), width_mm: whole(form.loaded.width_mm), height_mm: whole(form.loaded.height_mm), gross_mass_kg: whole(form.loaded.gross_mass_kg) },
  }
}
