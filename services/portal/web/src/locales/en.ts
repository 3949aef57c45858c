// English texts of the application; the same keys as in Chinese, held by the type.
import type { Texts } from '@/i18n'

const en: Texts = {
  app: {
    name: 'Oversize Cargo Permits', office: 'Ordos Transport Bureau', skip: 'Skip to content', comma: ', ', colon: ': ', paren: ' ({text})',
    data: 'Roads © OpenStreetMap contributors (ODbL 1.0), places © GeoNames (CC BY 4.0); structures are sample data.', plain: 'Page without script, API documents',
  },
  nav: {
    inbox: 'Messages', main: 'Main', start: 'Home', apply: 'Apply', applications: 'My applications', permits: 'Permits', permit: 'Permit', vehicles: 'Vehicles and papers', desk: 'Acceptance desk', queue: 'Queue', all: 'All applications',
    review: 'Review', approval: 'Approval', standing: 'Standing authority', surveys: 'Surveys', survey: 'Survey', escort: 'Escorts', roadside: 'Roadside check', roadNotices: 'Road notices', overview: 'Overview', figure: 'What a figure counts',
    accounts: 'Accounts', check: 'Check a permit', try: 'Try a load', notices: 'Road notices', case: 'Application', edit: 'Edit application',
  },
  inbox: {
    readAll: 'Mark all as read', unread: 'unread', open: 'Open', none: 'No messages.', address: 'Notices by e-mail', email: 'E-mail address', save: 'Save', saved: 'Saved', addressHint: 'Acceptance, correction notices, decisions and the like are also sent to this address; left empty, they are shown here alone.',
    mail: { queued: 'mail waiting', sent: 'mailed', failed: 'mail not delivered' },
  },
  signIns: { title: 'Where you are signed in', current: 'here', end: 'End', ended: 'Ended', unknown: 'unknown device' },
  keys: { title: 'Keys for programs', hint: 'For your own systems. A key is shown once; revoke one that leaked at once.', name: 'What it is for', writes: 'may hand in applications', make: 'Make a key', once: 'Keep it now, it is not shown again', revoke: 'Revoke', revoked: 'revoked', expired: 'expired', until: 'until {day}' },
  staff: { title: 'Deputies and staff', short: '{cls} cannot be staffed, missing: {posts}', line: '{deputy} stands in for {name} as {role} until {until}', absent: 'Who is away', deputy: 'Deputy', role: 'Role', days: 'Days', appoint: 'Appoint', appointed: 'Appointed', close: 'End', closed: 'Ended' },
  receipts: { title: 'Official papers', open: 'Open' },
  holder: {
    title: 'Who has it now', who: 'With', waits: 'Waits for', since: 'since {at}', due: 'Legal end', provisional: '(provisional)', forecast: 'Expected', likely: 'half of similar cases end by {half}, nine in ten by {most}', beyond: 'longer already than any of {n} similar cases', basis: 'from {n} earlier cases; a forecast, no promise',
    applicant: 'the applicant', office: 'the authority', system: 'the system', inspector: 'survey inspector', third_party: 'the party asked', act: { resubmission: 'the corrections', consultation: 'an answer', escort: 'an escort', survey: 'the survey' },
  },
  messages: { title: 'Messages', none: 'No messages yet.', write: 'Write to the other side', send: 'Send', sent: 'Sent', applicant: 'Applicant', office: 'Authority' },
  signIn: {
    title: 'Sign in', out: 'Sign out', name: 'User name', password: 'Password', enter: 'Sign in', wrong: 'User name or password is wrong', again: 'Your sign-in has ended', kept: 'Enter your password again. What you typed is still there.',
    other: 'Use another account (unsent content stays on this device)', lead: 'One way in for carriers, escort agencies and officers.', demo: 'Demonstration accounts', demoText: 'All have the password {password}.',
  },
  state: {
    loading: 'Loading', empty: 'Nothing here yet', retry: 'Try again', error: 'Cannot be shown now', notFound: 'Not found', forbidden: 'Not allowed', offline: 'No connection. Nothing is lost; try again in a moment', stale: 'Somebody has just changed this. The newest version is shown; look before you act',
    signedOut: 'Not signed in', failed: 'Something failed; try again in a moment. Request {id}', missing: 'There is no such page.', toHome: 'To the home page', more: 'Load more', saved: 'Draft saved {at}', restored: 'What you had not sent was put back', discard: 'Clear', sure: 'Yes',
    cancel: 'Cancel', back: 'Back', polling: 'updated every 10 s', live: 'live',
  },
  role: { CA: 'Company agent', DR: 'Driver', ED: 'Escort dispatcher', ES: 'Escort staff', PC: 'Platform company', CK: 'Clerk', RV: 'Reviewer', AP: 'Approver', SI: 'Inspector', RO: 'Road officer', HA: 'Hotline agent', HU: 'Handler unit', SV: 'Supervisor', GW: 'Grid worker', AD: 'Administrator', service: 'System', system: 'System' },
  class: { I: 'Class I', II: 'Class II', III: 'Class III' },
  lane: { instant: 'instant', fast: 'fast', survey: 'survey' },
  status: {
    draft: 'Draft', submitted: 'Received', precheck: 'Pre-check', correction: 'To be corrected', accepted: 'Accepted', routed: 'Routed', survey: 'Survey and escort', review: 'Review', consult: 'Consultation', approval: 'Approval', approved: 'Approved', issued: 'Issued',
    terminated: 'Terminated', not_accepted: 'Not accepted', rejected: 'Refused', withdrawn: 'Withdrawn', deemed_withdrawn: 'Deemed withdrawn',
  },
  due: { provisional: 'provisional', over: 'overdue', hours: '{n} h left', days: '{n} d left' },
  outcome: { no_permit_needed: 'Not oversize: no permit needed', permit_required: 'A permit is needed', not_acceptable: 'Cannot be accepted', refusable: 'There is a ground of refusal' },
  assess: {
    when: 'Decided', atOnce: 'At once, when handed in', due: 'Due', days: '{n} working days by law', provisional: ', counted from acceptance', overridden: 'Set by an officer', by: 'Authority', escort: 'Escort', survey: 'Survey', surveyNeeded: 'The way is surveyed first', faster: 'Faster with this change', over: 'Over the limit',
    fine: 'Without a permit: an estimated fine of {low}–{high} yuan.', assumes: 'A trial assumes that: ', materials: 'Papers', title: 'Assessment', wait: 'Class, time limit and papers appear here while you type', busy: 'Working it out', still: 'Still to fill in',
    assumed: { papers: 'papers are verified', credit: 'credit is good', route: 'the route is passable', licence_scope: 'the licence covers it', ban: 'no ban runs' },
  },
  reason: {
    counts: '{all} rules looked at, {failed} not met or above a limit', all: 'Show all', finding: 'Finding', value: 'Value', limit: 'Limit', clause: 'Clause', holds: 'met', fails: 'not met', none: 'Every rule is met.', title: 'Rules',
    group: { competence: 'Competence', art3: 'Oversize?', art11: 'Acceptance', art17: 'Grounds of refusal', class1: 'Limits of class I', class2: 'Limits of class II', art10: 'Papers of class III', lane: 'Lane', assumed: 'Assumed' },
    mark: { law: 'law', textbook: 'textbook', practice: 'practice', assumed: 'provisional' },
  },
  axles: { spoken: 'Vehicle from the side: {n} axles, {mass} t, {length} m', caption: 'Axle loads in tonnes under the wheels, spacings in metres below' },
  map: { pick: 'Click the map to set the point', route: 'Route from {from} to {to}' },
  route: {
    title: 'Route', place: 'Place', measure: 'Measure', have: 'Load', limit: 'Limit', margin: 'Margin', advice: 'Verdict', noFindings: 'No limit on the way had to be compared.', about: 'about {h} h', sample: 'structures are sample data', local: 'local road', blockedBy: 'What stands in the way',
    check: 'Check the route', again: 'Check again', none: 'The route has not been checked', now: 'Check against the road as it is now', changed: 'The route changed; look first', noPlan: 'No route plan',
  },
  routeVerdict: { clear: 'Passable', conditions: 'Passable with conditions', blocked: 'Blocked', unknown: 'Not checked' },
  verdict: { clear: 'passes', conditions: 'with conditions', blocked: 'does not pass' },
  structure: {
    bridge: 'Bridge', overpass: 'Overpass', tunnel: 'Tunnel', toll_gate: 'Toll gate', height_bar: 'Height bar', power_line: 'Power line', railway_crossing: 'Level crossing', segment: 'Road', access: 'Access', restriction: 'Restriction', culvert: 'Culvert', ramp: 'Ramp', roundabout: 'Roundabout', network: 'Network', connection: 'Connection',
    weigh_station: 'Weigh station', origin: 'Origin', destination: 'Destination', via: 'Via',
  },
  measure: { height_mm: 'height', width_mm: 'width', length_mm: 'length', gross_mass_kg: 'gross mass', axle_load_kg: 'axle load', ratio: 'load effect ratio', distance_m: 'distance', none: '' },
  advice: {
    proceed: 'proceed', lift_or_go_round: 'lift it or go round', pass_slowly_with_guide: 'slowly, with a guide', survey: 'survey needed', no_road_near: 'no road near', no_road_leads_there: 'no road leads there', no_connection: 'not connected', nearer_road_closed_to_load: 'a nearer road is closed to the load', bridge_below_class_1: 'bridge rated below class 1',
    bridgeSpeed: 'steady {n} km/h, no braking', bridgeSpeedAlone: 'alone, in the middle, {n} km/h',
  },
  facts: {
    title: 'Application', cargo: 'Cargo', loaded: 'Vehicle and load', vehicles: 'Vehicles', axles: 'Axles', trip: 'Trip', when: 'Time', trips: '{n} trips', divisible: 'divisible', tractor: '{axles} axles, {mass} kg empty', trailer: '{axles} axles (lines), {mass} kg empty', axleLine: '{n} axles / {tyres} tyres', carrier: 'Carrier', number: 'Number',
  },
  form: {
    title: 'Apply for an oversize permit', trial: 'Try: does this load need a permit, and how long does it take?', lead: 'The answer stands beside the form while you type.', cargo: 'Cargo', vehicles: 'Vehicles', axles: 'Axle loads and spacings', loaded: 'Vehicle and load', trip: 'Trip',
    name: 'Name of the cargo', divisible: 'The cargo can be divided', length: 'Length', width: 'Width', height: 'Height', mass: 'Mass', total: 'Gross mass', totalLength: 'Overall length', totalWidth: 'Overall width', totalHeight: 'Overall height',
    kind: 'Kind', rigid: 'Rigid truck', flatbed: 'Flatbed set', hydraulic: 'Hydraulic set', tractor: 'Tractor {n}', truck: 'Truck', trailer: 'Trailer', plate: 'Plate', curb: 'Curb mass', axleCount: 'Axles', driveAxles: 'Drive axles', lines: 'Axle lines', addTractor: 'Add a tractor', remove: 'Remove', tyres: 'Tyres',
    air: 'Drive axles have air suspension', fromLibrary: 'From your vehicles', axle: 'Axle {n}', load: 'Load', spacing: 'Spacing', spread: 'Spread the gross mass', spreadHint: 'Evenly; correct it by weighing', useSum: 'Use the sum of all masses ({mass} t)', useCargo: 'As wide as the cargo',
    origin: 'From', destination: 'To', address: 'Address', placeName: 'Place', pickPlace: 'District or banner', onMap: 'Set on the map', start: 'Planned start', end: 'Planned end', trips: 'Trips', submit: 'Hand in', save: 'Save draft', saved: 'Draft saved', submitted: 'Handed in as {number}',
    clone: 'Same again', returnTrip: 'Return trip', missing: '{n} fields need a change', swap: 'Swap ends', sample: 'Load a sample', signInToApply: 'Sign in and apply', fillHint: 'Fill in cargo, vehicles and axles to see the answer', body: 'Body', singleTyre: 'Single-tyre axles (not steering, not drive)',
    bodies: { general: 'general', refrigerated: 'refrigerated', special_work: 'special work', low_speed: 'low speed', drawbar: 'drawbar', centre_axle: 'centre axle' }, more: 'More of the vehicles', inPast: 'The start must be later than now', endFirst: 'The end must be later than the start', needed: 'Please fill in', plateForm: 'Not a plate, such as 蒙K12345',
    licence: 'Licensed gross mass', wide: 'Wide-tyre axles',
  },
  materials: { verified: 'verified', missing: 'missing', expired: 'expired', unverified: 'to be verified', give: 'hand in', self: 'made by the system',
    title: 'Materials', kinds: 'PDF or picture (JPG, PNG, WebP, HEIC)', upload: 'Upload', another: 'Upload another', uploadOf: '{act}: {name}', sending: 'Uploading', uploaded: '{name} uploaded', wrongKind: 'Not a kind of file that is taken: upload a PDF or a picture (JPG, PNG, WebP, HEIC).', openOf: 'Open {name}', good: 'In order', goodOf: 'In order: {name}', poor: 'Reject', poorOf: 'Reject: {name}', poorAsk: 'Say what is wrong; the applicant will read it.', checked: 'Finding recorded', others: 'Other files handed in',
    wanting: 'Not complete, so it cannot be accepted yet. Upload what is marked “to hand in” or “rejected”.', wantingDesk: 'Not complete, so it cannot be accepted: the applicant has to upload what is marked “to hand in” or “rejected”.', state: { held: 'on record', given: 'handed in', verified: 'in order', rejected: 'rejected', missing: 'to hand in' },
  },
  start: {
    hello: 'Hello, {name}', needs: 'What needs me', nothing: 'Nothing needs you now.', trips: 'Trips', none: 'No applications yet', first: 'Apply for the first permit', drafts: 'Drafts', choose: 'Choose an escort agency', expiring: '{what}ends on {date}', expired: '{what}ended on {date}',
    open: 'To be corrected', inProgress: 'In progress', ready: 'Ready to travel', ended: 'Ended', draftNeeds: 'Draft not handed in', credit: 'Credit', green: 'green', yellow: 'yellow', red: 'red', continueForm: 'Continue', local: 'There is an unsaved application on this device',
  },
  case: {
    progress: 'Progress', holder: 'Now with', promised: 'Due', history: 'History', withdraw: 'Withdraw', withdrawSure: 'Withdraw? You may apply again.', withdrawn: 'Withdrawn', edit: 'Continue', submit: 'Hand in', escort: 'Escort', escortLead: 'Choose an escort agency; the permit waits for its acceptance.',
    offer: 'Send the offer', offered: 'Offered to {name}', cancelOffer: 'Take back', waiting: '{name} has until {due} to answer', permits: 'Permits', openPermit: 'Open the permit', told: 'What you are told', system: 'The system is assessing it', steps: { handed: 'Handed in', accepted: 'Accepted', field: 'Survey, escort', review: 'Review', approval: 'Approval', issued: 'Issued' },
    remedies: 'You may ask for administrative reconsideration within sixty days, or go to court within six months.', surveyState: 'Survey', agencyCars: '{vehicles} vehicles, {staff} staff',
  },
  next: {
    CA: 'applicant', CK: 'clerk', RV: 'reviewer', AP: 'approver', SI: 'inspector', system: 'system',
    act: { submission: 'hand in', resubmission: 'correct and hand in', precheck: 'pre-check', acceptance: 'accept', non_acceptance: 'decide not to accept', assessment: 'assessment', routing: 'routing', survey: 'survey', conclusion: 'conclusion', consultation: 'consultation', decision: 'decision', issue: 'issue', review: 'to review' },
  },
  act: {
    message: 'Message', draft: 'Draft made', filing: 'Draft made', edit: 'Edited', submission: 'Handed in', assessment: 'Assessed', automatic_acceptance: 'Accepted by the system', claim: 'Claimed', release: 'Put back', precheck: 'Pre-checked', acceptance: 'Accepted', non_acceptance: 'Not accepted', no_permit_needed: 'Told that no permit is needed', termination: 'Terminated, with guidance', routing: 'Routed', review_opened: 'Review opened',
    survey_requested: 'Survey asked for', survey_completed: 'Survey and escort complete', automatic_decision: 'Decided and issued by the system', sent_for_approval: 'Sent for approval', return: 'Sent back to review', issue: 'Issued', refusal: 'Refused', withdrawal: 'Withdrawn', second_reading: 'Second reading', legal_reading: 'Legal reading', stage: 'Stage', creation: 'Draft made', look_up: 'Papers and route looked up', lane_change: 'Lane changed', lane_raised: 'Goes to survey', override: 'Class or lane set by an officer', survey_added: 'Goes to survey', survey_waived: 'No survey any more', due_counted_again: 'Due date counted again', notice_due_counted_again: 'Time for a notice counted again', material: 'Material handed in', material_check: 'Material checked',
  },
  permit: {
    state: { issued: 'issued, not yet in force', active: 'in force', used_up: 'used up', expired: 'expired', deregistered: 'struck off', superseded: 'replaced', voided: 'voided', withdrawn: 'withdrawn', revoked: 'revoked', confiscated: 'confiscated' },
    title: 'Permit for an oversize vehicle', valid: 'Valid', plates: 'Plates', size: 'Length × width × height', mass: 'Gross mass', conditions: 'Conditions', pdf: 'Open the permit (PDF)', verify: 'Officers scan this', hold: 'On hold: {reason}', demonstration: 'Demonstration data, without legal effect', number: 'Number', holder: 'Holder', may: 'May travel at the times and on the route it names',
    mayNot: 'May not travel', notYet: 'Not yet in force', void: 'Give it up', voidSure: 'This cannot be undone. Say why.', voided: '{number} given up', reason: 'Reason', revision: 'revision {n}', none: 'No permits yet', cls: 'Class', unknown: 'There is no permit numbered “{number}”. Check the number.',
  },
  check: { title: 'Check a permit', lead: 'Enter the number, or paste what the code says (it begins with HC1:). No sign-in needed.', input: 'Number or scanned text', go: 'Check', verdict: { valid: 'Valid', forged: 'Forged: the signature is wrong', altered: 'Altered', revoked: 'Revoked', superseded: 'Replaced by a newer one', not_yet_valid: 'Not yet valid', expired: 'Expired', on_hold: 'On hold', unknown_key: 'Unknown issuer' }, example: 'such as DEMO2026-000001', at: 'checked {at}' },
  home: { lead: 'From application to permit, every step says why.', apply: 'Carriers apply', applyText: 'Class, time limit and papers are known while you type; a fitting class I load gets its permit at once.', tryIt: 'Try a load', enter: 'Sign in', check: 'Check a permit', notices: 'Road notices now', noNotices: 'No restrictions now.', allNotices: 'All notices', facts: { a: 'Class I', aText: 'permit at once', b: 'Class II', bText: 'fast review', c: 'Class III', cText: 'survey, escort, review' } },
  notices: { title: 'Road notices', from: 'from', to: 'to', open: 'open end', hard: 'closed', limits: 'limits', none: 'No notices now.', roads: 'Roads', kind: { closure: 'Closure', works: 'Works', restriction: 'Restriction', weather: 'Weather', seasonal_guarantee: 'Thaw', incident: 'Incident' } },
  queue: {
    title: 'Acceptance desk', unclaimed: 'Unclaimed', mine: 'Mine', team: 'Team', next: 'Take next', took: '{number} taken', none: 'The queue is empty.', noneMine: 'You hold nothing.', number: 'Number', cls: 'Class', plates: 'Vehicles', carrier: 'Carrier', cargo: 'Cargo', start: 'Start', due: 'Due', waits: 'Waiting', waited: '{n} h', waitedDays: '{n} d', owner: 'With',
    me: 'me', other: 'colleague', open: 'Open', filter: 'Filter', any: 'any', find: 'Number, plate, carrier or cargo', shown: '{n} shown', capped: 'the newest {n} only', nothingFree: 'Nothing is free any more.',
  },
  team: {
    title: 'Acceptance queue', stage: { unclaimed: 'Unclaimed', mine: 'Mine', others: 'Team', correction: 'To be corrected' }, band: { overdue: 'Overdue', today: 'Due today', soon: 'Due soon', later: 'Later' }, capped: 'the {n} due first',
    loads: 'Cases in hand', held: '{n} cases', noClerks: 'There are no clerks.', assign: 'Assign', assignOf: 'Assign {number}', to: 'To', byLoad: 'By load: who has least', choose: 'Choose a clerk', note: 'What to know', handover: 'Hand over', given: '{number} given to {name}',
  },
  change: { title: 'Change plates or dates', lead: 'The same class and load with papers and credit in order: a new revision at once, the old code ends; anything else goes to a person.', go: 'Change', done: '{number} is now revision {n}', passed: 'A person will look at it', driver: 'Link for the driver', driverLead: 'The driver sees the permit by the link, without an account. It is shown once.', makeLink: 'Make a link', closeLinks: 'Close all links', linkMade: 'The link was made', linksClosed: 'All links are closed' },
  consult: {
    title: 'Consultations', none: 'Nobody was asked yet.', ask: 'Ask a party', kind: 'Kind', partyName: 'Name of the party', question: 'Question', required: 'Needed for the decision', send: 'Send', sent: '{name} was asked', link: 'Hand this one-time link over; it is shown once:', waiting: 'waiting', takeBack: 'Take back', takenBack: 'Taken back', asked: 'Consultation', until: 'Answer until', opinion: 'Opinion', text: 'Remarks', name: 'Who answers (name, post)', answered: 'Your opinion was taken', closed: 'No answer is needed any more.',
    opinions: { agree: 'agrees', agree_with_conditions: 'agrees with conditions', object: 'objects' }, party: { traffic_police: 'Traffic police', road_owner: 'Road owner', power: 'Power', telecom: 'Telecom', railway: 'Railway', other_district: 'Another district', other: 'Other' },
  },
  sets: { title: 'Vehicle sets', add: 'Add a vehicle set', lead: 'Several sets on one trip: a permit each.', drop: 'Remove set {n}', whole: 'The whole case, the strictest' },
  correction: {
    title: 'Correction notice', act: { notice: 'Correction notice', fix: 'Fix on the spot', notAccept: 'Do not accept', terminate: 'Terminate', handover: 'Hand over' }, lookUp: 'Look papers and route up again', lead: 'Tell everything at once; the case then waits for the applicant.', item: 'Item {n}', field: 'Field', whole: 'The whole application', text: 'Item {n}: what is wanted', removeOf: 'Remove item {n}',
    add: 'Add an item', addFound: 'Add {n} found by the system', give: 'Give the notice', given: 'Correction notice given for {number}', lacking: 'Hand in, or hand in again: {name}', fixLead: 'Slips in names and addresses alone; no measure is changed on the spot.', consent: 'How the applicant agreed, such as by telephone', fix: 'Fix and judge anew', fixed: '{n} put right', nobodyElse: 'There is no other clerk.',
    leading: 'Supervision', second: 'A second notice', answer: 'Answer the correction', answerNote: 'Note to the clerk', mend: 'Change the application', resubmit: 'Hand in again', resubmitted: '{number} handed in again', asked: 'Mend what is listed, then hand it in again.', again: 'Same load, new date', copied: 'A new draft was made', newStart: 'New start', copy: 'Apply again', back: 'Return trip', copyGo: 'Make the draft',
  },
  desk: {
    claim: 'Take this case', release: 'Put back', precheck: 'Pre-check done', note: 'Note of the pre-check (internal)', accept: 'Accept', notAccept: 'Do not accept', terminate: 'Terminate', ground: 'Ground', explanation: 'Explanation (told to the applicant)', authority: 'Competent authority', reason: 'Reason', guidance: 'Guidance', done: { lookUp: 'Looked up again', claim: 'Taken', release: 'Put back', precheck: 'Pre-check recorded', accept: '{number} accepted', notAccept: 'Decided not to accept', terminate: 'Terminated; the applicant is told' },
    ofOther: 'A colleague holds this case; you may read it.', against: 'The assessment stands against it: decide not to accept.', acts: 'Act', found: 'Proposed: {ground}', first: 'Claim and pre-check first.', ended: 'This case has moved on or ended.', grounds: { divisible_goods: 'divisible goods', licence_scope: 'licence does not cover it', application_ban: 'a ban runs', not_competent: 'not competent', other: 'another ground of law' },
  },
  termination: { wrong_dimensions: 'Wrong dimensions', wrong_mass_or_axles: 'Wrong mass or axles', wrong_route: 'Wrong route', wrong_jurisdiction: 'Wrong authority', wrong_vehicle: 'Wrong vehicle', wrong_company: 'Wrong company', duplicate: 'Duplicate', not_oversize: 'Not oversize', divisible_goods: 'Divisible goods', applicant_request: 'The applicant asked', other: 'Other' },
  review: {
    title: 'Review and approval', open: 'To review', toApprove: 'To approve', decided: 'Decided', mine: 'Mine', none: 'No cases.', claim: 'Claim', claimed: 'Claimed', conclude: 'Hand in the conclusion', conclusion: 'Conclusion', grant: 'Grant', refuse: 'Refuse', text: 'Text', conditions: 'Conditions (one a line)', concluded: 'Conclusion handed in', decide: 'Decide', decided1: '{number} issued', refused: 'Refused',
    fixes: 'What is to be mended (one a line)', returnIt: 'Send back', returnReason: 'Why', returned: 'Sent back to review', grounds: 'Grounds with their clauses', field: 'Survey and escort', noSurvey: 'Waits for the survey report', noEscort: 'Waits for an escort agency', surveyDone: 'Survey: {conclusion}', escortDone: '{name} escorts', redo: 'Survey again', bridges: 'Bridges', state: { open: 'in review', sent_for_approval: 'to approve', decided: 'decided', closed: 'closed' },
    set: 'Vehicle set {n}', reviewer: 'Reviewer', refusable: 'The assessment found a ground of refusal; it cannot be granted.', bridge: 'Bridge', moment: 'Moment', shear: 'Shear', speed: 'Speed', alone: 'Alone', yes: 'yes', no: 'no', others: 'Another reviewer holds it; claim it first.', samePerson: 'Pre-check, review and approval are three different people.', pick: 'From the assessment', other: 'Reviewer',
    defaultText: 'Reviewed; it meets the requirements', defaultRefusal: 'There is a ground of refusal', photos: '{n} photos', second: 'Second reading', legal: 'Legal reading', agree: 'Stand by the conclusion', readingText: 'Read again; I agree', readingDone: 'Handed in',
  },
  survey: {
    title: 'Surveys', todo: 'To do', done: 'Reported', none: 'No surveys to do.', report: 'Report', conclusion: 'Conclusion', pass: 'Pass', pass_with_conditions: 'Pass with conditions', fail: 'Fail', conditions: 'Condition', addCondition: 'Add one', inspectors: 'Two inspectors', first: 'First inspector', second: 'Second inspector', photos: 'Photos', addPhoto: 'Take or choose', submit: 'Hand in the report', submitted: 'Report of {number} handed in',
    uploading: 'Sending', photo: 'Photo {n}', remove: 'Remove photo {n}', needPhoto: 'At least one photo', needCondition: 'Name the conditions', needTwo: 'Two different inspectors', due: 'Due', places: 'Tightest places', call: 'Go', load: 'Load', requested: 'to do', reported: 'reported', cancelled: 'cancelled',
  },
  escort: { title: 'Escorts', offers: 'To answer', accepted: 'Accepted', other: 'Others', none: 'No escorts.', accept: 'Accept', decline: 'Decline', reason: 'Why', acceptedDone: 'Escort of {number} accepted', declinedDone: '{number} declined', respond: 'Answer by {at}', window: 'Time', cars: 'Escort cars', front: '{n} in front', rear: '{n} behind', police: 'police are consulted', clash: 'Overlaps with {number}', sure: 'Accept? You then escort at the time given.', state: { offered: 'to answer', accepted: 'accepted', declined: 'declined', expired: 'expired', cancelled: 'cancelled' }, load: 'Load and vehicles', carrier: 'Carrier' },
  road: {
    title: 'Roadside check', lead: 'A plate or a permit number; one screen says whether it may travel.', input: 'Plate or permit number', go: 'Check', none: 'No permit for this plate.', measured: 'Measured here (optional)', compare: 'Compare', match: { permitted: 'Fits its permit', mismatch: 'Does not fit its permit', no_permit: 'No permit that counts' },
    code: { permit_none: 'No permit', plate: 'Plate', dates: 'Out of its dates', size_height: 'Too high', size_width: 'Too wide', size_length: 'Too long', mass: 'Too heavy', axle_load: 'Axle load', hold: 'On hold' }, have: 'measured', allowed: 'allowed', where: 'Position from this device', noWhere: 'No position; the city centre was used', permits: 'Permits',
    newNotice: 'New notice', kind: 'Kind', noticeTitle: 'Title', segments: 'Segment ids (commas between)', hard: 'Closed to all', starts: 'From', ends: 'To (may be empty)', create: 'Make a draft', publish: 'Publish', lift: 'Lift', published: 'Published; {n} plans are on hold', lifted: 'Lifted', draft: 'draft', live: 'in force', over: 'lifted', created: 'Draft made', limit: 'Limits', pickRoad: 'Road', roadSegments: '{n} segments', noneYet: 'No notices yet',
  },
  office: {
    title: 'Overview', byMonth: 'Month by month', byMonthNote: 'by the definitions of the permit statistics; this month until today', byDue: 'Acceptance queue by due date', noLane: 'no lane yet', waiting: 'Acceptance queue', issuedNow: 'Issued this month', onTime: 'On time this month', undecided: 'Open and overdue', permitNumber: 'Permit number', counted: '{n} in all', at: 'When', byState: 'By state and lane', recent: 'Newest', lanes: 'Lane', overdue: 'Overdue', sampleSize: 'of the newest {n}', review: 'Review cases', all: 'All applications', state: 'State', cls: 'Class', any: 'any', standing: 'Standing authority', standingNone: 'No standing authority is in force; class I loads go to a person.', grantedBy: 'Granted by', since: 'Since', classes: 'Classes', daily: 'A day at most', live: 'in force', stopped: 'suspended',
    suspend: 'Suspend', suspendSure: 'New applications then go to a person at once. Say why.', resume: 'Resume', suspended: 'Suspended', resumed: 'Resumed', why: 'Why', grant: 'Grant', granted: 'Granted', accounts: 'Accounts', username: 'User name', displayName: 'Name', roles: 'Role', active: 'active', inactive: 'inactive', passwordSet: 'password set', invited: 'password not set', deactivate: 'Deactivate', reactivate: 'Reactivate', linkMade: 'One-time link', deactivated: '{name} deactivated', reactivated: '{name} reactivated', create: 'New account', link: 'New link', token: 'One-time token (shown once)',
  },
  vehicles: { title: 'Vehicles and papers', company: 'Company', plate: 'Plate', kind: 'Kind', model: 'Model', curb: 'Curb mass', axles: 'Axles', papers: 'Papers', none: 'No vehicles yet.', add: 'Enter a vehicle', added: '{plate} entered', kinds: { tractor: 'tractor', rigid: 'rigid truck', flatbed: 'flatbed', hydraulic: 'hydraulic trailer' }, until: 'to {date}', paper: { transport_licence: 'transport licence', agent_id: 'agent identity', authorisation: 'authorisation', vehicle_licence: 'vehicle licence', temporary_plate: 'temporary plate', oversize_trailer_plate: 'oversize trailer plate', driving_licence: 'driving licence', driver_qualification: 'qualification' }, creditNo: 'Credit code', phone: 'Telephone' },
}

export default en
