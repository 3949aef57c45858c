// Names for the wire models the pages use; the shapes themselves are generated from the services' documents.
import type { components as Fieldwork } from './generated/fieldwork'
import type { components as Intake } from './generated/intake'
import type { components as Issuance } from './generated/issuance'
import type { components as Registry } from './generated/registry'
import type { components as Roads } from './generated/route-advisory'

type I = Intake['schemas']
type P = Issuance['schemas']
type R = Registry['schemas']
type F = Fieldwork['schemas']
type A = Roads['schemas']

export type Application = I['Application']
export type CorrectionItem = I['CorrectionItem']
export type ClerkLoad = I['ClerkLoad']
export type QueueCount = I['QueueCount']
export type QueueRow = I['QueueRow']
export type QueueStage = I['QueueCount']['stage']
export type QueueBand = I['QueueCount']['band']
export type ApplicationRow = I['ApplicationRow']
export type Assessment = I['Assessment']
export type FurtherSet = I['FurtherSet']
export type Facts = I['TransportFacts']
export type OpenItem = I['OpenItem']
export type Reason = I['Reason']
export type Status = Application['status']
export type Termination = I['Termination']
export type TimelineEvent = I['TimelineEvent']
export type VehicleSet = I['VehicleSet']
export type MaterialFile = I['MaterialFile']
export type RequiredMaterial = I['RequiredMaterial']
export type NonAcceptance = I['NonAcceptance']
export type Place = I['Place']

export type ChangeCase = P['ChangeCase']
export type Consultation = P['Consultation']
export type Figures = P['Figures']
export type Permit = P['Permit']
export type PermitRow = P['PermitRow']
export type PermitMatch = P['PermitMatch']
export type PublicPermit = P['PublicPermit']
export type ReviewCase = P['ReviewCase']
export type ReviewCaseRow = P['ReviewCaseRow']
export type CaseRoute = P['CaseRoute']
export type StandingAuthority = P['StandingAuthority']
export type Verification = P['Verification']

export type Account = R['Account']
export type Carrier = R['Carrier']
export type Me = R['Me']
export type Paper = R['Paper']
export type Vehicle = R['Vehicle']

export type Agency = F['Agency']
export type Assignment = F['Assignment']
export type Survey = F['Survey']
export type SurveyReport = F['SurveyReport']

export type Notice = A['Notice']
export type PublicNotice = A['PublicNotice']
export type RouteCheck = A['RouteCheck']
export type RouteFinding = A['Finding']
export type RoutePlan = A['RoutePlan']
