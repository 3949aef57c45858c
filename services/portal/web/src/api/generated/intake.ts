export interface paths {
    "/api/intake/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit Head
         * @description The newest signed seal of this service's audit log, for everybody to keep; null: nothing is sealed yet.
         */
        get: operations["audit_head"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live
         * @description The process answers.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description The service is loaded and reaches its database.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Prometheus metrics of this process.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Applications
         * @description Applications, newest first: an agent's own carrier's, or those handed in to the authority.
         */
        get: operations["applications"];
        put?: never;
        /**
         * Draft
         * @description File a draft for the caller's own carrier.
         */
        post: operations["draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Application
         * @description One application.
         */
        get: operations["application"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit
         * @description Replace the facts of a draft.
         */
        patch: operations["edit"];
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acceptance
         * @description Accept an application: it goes to review or survey at once (200), or shortly (202).
         */
        post: operations["acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim
         * @description Take an application from the queue.
         */
        post: operations["claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy
         * @description Begin a new draft from an application: the same trip, the way back, or the same load at another time.
         */
        post: operations["copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/correction-notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correction Notice
         * @description Tell the applicant everything that is missing, at once; a second notice is for a supervisor to give.
         */
        post: operations["correction_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fix
         * @description Put slips right on the spot: judged anew at once (200), or shortly (202).
         */
        post: operations["fix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/non-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Non Acceptance
         * @description Decide not to accept an application, on a ground.
         */
        post: operations["non_acceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/precheck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Precheck
         * @description Record the pre-check.
         */
        post: operations["precheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Put a claimed application back into the queue.
         */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/resubmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resubmission
         * @description Hand an application in again after a correction notice: judged anew at once (200), or shortly (202).
         */
        post: operations["resubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submission
         * @description Hand a draft in: decided so far as the system decides (200), or committed and still being worked on (202).
         */
        post: operations["submission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Termination
         * @description Terminate an application filled in wrongly, with guidance.
         */
        post: operations["termination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description Every act on an application, oldest first.
         */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/applications/{application_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdrawal
         * @description Withdraw an application before the decision.
         */
        post: operations["withdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/internal/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stage
         * @description Take over the stage of a case; an older one is ignored.
         */
        post: operations["stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Application
         * @description An application as its owner and staff read it.
         */
        Application: {
            /** Accepted At */
            accepted_at: string | null;
            assessment: components["schemas"]["Assessment"] | null;
            /** Assessments */
            assessments: components["schemas"]["Assessment"][];
            /**
             * Carrier Id
             * Format: uuid
             */
            carrier_id: string;
            /** Carrier Name */
            carrier_name: string;
            /** Claimed By */
            claimed_by: string | null;
            /** Class */
            class: ("I" | "II" | "III") | null;
            correction: components["schemas"]["GivenNotice"] | null;
            /** Decided At */
            decided_at: string | null;
            /** Deemed Accepted */
            deemed_accepted: boolean;
            /** Due At */
            due_at: string | null;
            facts: components["schemas"]["TransportFacts"];
            finding: components["schemas"]["Finding"] | null;
            /** Further Sets */
            further_sets: components["schemas"]["FurtherSet"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lane */
            lane: ("instant" | "fast" | "survey") | null;
            next: components["schemas"]["NextStep"] | null;
            /** Notice Due At */
            notice_due_at: string | null;
            /** Number */
            number: string | null;
            /** Open Items */
            open_items: components["schemas"]["OpenItem"][];
            /** Permits */
            permits: components["schemas"]["PermitRef"][];
            /** Promised At */
            promised_at: string | null;
            /** Received At */
            received_at: string | null;
            /** Review Case Id */
            review_case_id: string | null;
            /** Route Plan Id */
            route_plan_id: string | null;
            /** Route Plan Ids */
            route_plan_ids: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "precheck" | "correction" | "accepted" | "routed" | "survey" | "review" | "consult" | "approval" | "approved" | "issued" | "terminated" | "not_accepted" | "rejected" | "withdrawn" | "deemed_withdrawn";
            /** Submitted At */
            submitted_at: string | null;
            /** Supersedes Id */
            supersedes_id: string | null;
            /** Version */
            version: number;
        };
        /**
         * ApplicationDraft
         * @description A new application. `carrier_id` may be left out: an agent files for its own carrier.
         */
        ApplicationDraft: {
            /** Carrier Id */
            carrier_id?: string | null;
            facts: components["schemas"]["TransportFacts"];
            /**
             * Further Sets
             * @default []
             */
            further_sets: components["schemas"]["FurtherSet"][];
        };
        /**
         * ApplicationEdit
         * @description What an edit of a draft replaces; further sets that are left out stay as they are.
         */
        ApplicationEdit: {
            facts: components["schemas"]["TransportFacts"];
            /**
             * Further Sets
             * @default []
             */
            further_sets: components["schemas"]["FurtherSet"][];
        };
        /**
         * ApplicationRow
         * @description An application in a list.
         */
        ApplicationRow: {
            /** Cargo Name */
            cargo_name: string;
            /** Carrier Name */
            carrier_name: string;
            /** Claimed By */
            claimed_by: string | null;
            /** Class */
            class: ("I" | "II" | "III") | null;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lane */
            lane: ("instant" | "fast" | "survey") | null;
            /** Number */
            number: string | null;
            /**
             * Planned Start
             * Format: date-time
             */
            planned_start: string;
            /** Plates */
            plates: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "submitted" | "precheck" | "correction" | "accepted" | "routed" | "survey" | "review" | "consult" | "approval" | "approved" | "issued" | "terminated" | "not_accepted" | "rejected" | "withdrawn" | "deemed_withdrawn";
            /** Submitted At */
            submitted_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * Assessment
         * @description The answer. See the fixed contract for the meaning of every field.
         */
        Assessment: {
            /** Class */
            class: ("I" | "II" | "III") | null;
            competence: components["schemas"]["Competence"];
            discretion_reason: components["schemas"]["ReasonText"] | null;
            /** Due At */
            due_at: string | null;
            /** Due Provisional */
            due_provisional: boolean;
            escort: components["schemas"]["EscortRequirement"];
            faster_lane: components["schemas"]["FasterLane"] | null;
            fine_estimate: components["schemas"]["FineEstimate"] | null;
            /** Lane */
            lane: ("instant" | "fast" | "survey") | null;
            /** Lane Assumes */
            lane_assumes: ("papers" | "credit" | "route" | "licence_scope" | "ban")[];
            /** Mass Grade */
            mass_grade: ("A" | "B" | "C" | "D" | "E") | null;
            multi_trip?: components["schemas"]["MultiTripTerms"] | null;
            /** Needs Survey */
            needs_survey: boolean;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "no_permit_needed" | "permit_required" | "not_acceptable" | "refusable";
            /** Oversize */
            oversize: boolean;
            /** Promised Days */
            promised_days: number | null;
            /** Reasons */
            reasons: components["schemas"]["Reason"][];
            /** Required Materials */
            required_materials: components["schemas"]["Material"][];
            rule_set: components["schemas"]["RuleSetRef"];
            /** Size Grade */
            size_grade: ("A" | "B" | "C" | "D" | "E") | null;
            /** Statutory Days */
            statutory_days: number | null;
        };
        /**
         * AuditHead
         * @description The newest seal of a service's audit log: whoever keeps it can show later that the log was cut.
         */
        AuditHead: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Events */
            events: number;
            /** Hash */
            hash: string;
            /** Key Id */
            key_id: string;
            /**
             * Sealed At
             * Format: date-time
             */
            sealed_at: string;
            /** Seq */
            seq: number;
            /** Service */
            service: string;
            /** Signature */
            signature: string;
        };
        /**
         * Cargo
         * @description The goods alone; `divisible` (可分载) goods get no permit.
         */
        Cargo: {
            /** Divisible */
            divisible: boolean;
            /** Height Mm */
            height_mm: number;
            /** Length Mm */
            length_mm: number;
            /** Mass Kg */
            mass_kg: number;
            /** Name */
            name: string;
            /** Width Mm */
            width_mm: number;
        };
        /**
         * Change
         * @description One change of a measure that leads to a faster lane.
         */
        Change: {
            /** Delta */
            delta: number;
            /** Measure */
            measure: string;
            /** Target */
            target: number;
            text: components["schemas"]["ReasonText"];
            /** Unit */
            unit: string;
            /** Value */
            value: number;
        };
        /**
         * Competence
         * @description Who decides (Protection Regulation art. 36).
         *
         *     `area` is the adcode prefix of the deciding body's area, `here` tells whether it is this installation.
         */
        Competence: {
            /** Area */
            area: string;
            /** Authority */
            authority: string;
            /** Here */
            here: boolean;
            /**
             * Level
             * @enum {string}
             */
            level: "county" | "prefecture" | "region" | "origin_province";
        };
        /**
         * Condition
         * @description A condition a permit carries.
         */
        Condition: {
            /** Clause */
            clause: string;
            /** Code */
            code: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "law" | "textbook" | "practice" | "assumed";
            text: components["schemas"]["ReasonText"];
        };
        /**
         * CopyOrder
         * @description A copy of an application: the same trip, or the way back with the same load; from when (default: as it was).
         */
        CopyOrder: {
            /**
             * Kind
             * @default same
             * @enum {string}
             */
            kind: "same" | "return";
            /** Planned Start */
            planned_start?: string | null;
        };
        /**
         * CorrectionItem
         * @description One thing to mend: the field of the application it is about (empty: the whole), and what is wanted.
         */
        CorrectionItem: {
            /**
             * Pointer
             * @default
             */
            pointer: string;
            /** Text */
            text: string;
        };
        /**
         * CorrectionNotice
         * @description Everything that is missing or malformed, told at once (Licensing Law art. 32(4)).
         */
        CorrectionNotice: {
            /** Items */
            items: components["schemas"]["CorrectionItem"][];
        };
        /**
         * EscortRequirement
         * @description Escort the load needs; counts are proposals unless an authority set them (mark).
         */
        EscortRequirement: {
            /** Clause */
            clause: string;
            /** Extra */
            extra: string[];
            /** Front */
            front: number;
            /**
             * Mark
             * @enum {string}
             */
            mark: "law" | "textbook" | "practice" | "assumed";
            /** Police Consultation */
            police_consultation: boolean;
            /** Rear */
            rear: number;
            /** Required */
            required: boolean;
            text: components["schemas"]["ReasonText"];
        };
        /**
         * FasterLane
         * @description The smallest change that reaches a faster lane.
         */
        FasterLane: {
            /** Change */
            change: components["schemas"]["Change"][];
            /**
             * Lane
             * @enum {string}
             */
            lane: "instant" | "fast" | "survey";
        };
        /**
         * Finding
         * @description A ground not to accept that the assessment found, prepared for the clerk: the rules that failed.
         */
        Finding: {
            /**
             * Ground
             * @enum {string}
             */
            ground: "divisible_goods" | "licence_scope" | "application_ban" | "not_competent" | "other";
            /** Right Authority */
            right_authority: string | null;
            /** Rules */
            rules: string[];
        };
        /**
         * FineEstimate
         * @description What a run without permit may cost, yuan (Order 62 art. 43): an estimate, the officers decide.
         *
         *     `warning` tells that the mass is over by so little that a warning is due for it.
         */
        FineEstimate: {
            /** Clause */
            clause: string;
            /** High Yuan */
            high_yuan: number;
            /** Low Yuan */
            low_yuan: number;
            /**
             * Mark
             * @enum {string}
             */
            mark: "law" | "textbook" | "practice" | "assumed";
            /** Warning */
            warning: boolean;
        };
        /**
         * Fix
         * @description Slips put right on the spot (Licensing Law art. 32(3)); `note` says how the applicant agreed.
         */
        Fix: {
            /** Note */
            note: string;
            /** Slips */
            slips: components["schemas"]["Slip"][];
        };
        /**
         * FurtherSet
         * @description One more vehicle set of the same application: it travels the same trip with its own load.
         */
        FurtherSet: {
            cargo: components["schemas"]["Cargo"];
            loaded: components["schemas"]["Loaded"];
            vehicle_set: components["schemas"]["VehicleSet"];
        };
        /**
         * GivenNotice
         * @description A correction notice as it was given.
         */
        GivenNotice: {
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Items */
            items: components["schemas"]["CorrectionItem"][];
            /** Number */
            number: string;
        };
        /**
         * Health
         * @description Whether a service lives or is ready.
         */
        Health: {
            /** Service */
            service: string;
            /** Status */
            status: string;
        };
        /**
         * Loaded
         * @description Vehicle and load together.
         */
        Loaded: {
            /** Gross Mass Kg */
            gross_mass_kg: number;
            /** Height Mm */
            height_mm: number;
            /** Length Mm */
            length_mm: number;
            /** Width Mm */
            width_mm: number;
        };
        /**
         * Material
         * @description A paper the application needs (Order 62 art. 10, 19); what is not listed may be given but not demanded.
         */
        Material: {
            /** Clause */
            clause: string;
            /** Code */
            code: string;
            text: components["schemas"]["ReasonText"];
        };
        /**
         * MirrorAnswer
         * @description Whether a mirrored stage was newer than what intake had.
         */
        MirrorAnswer: {
            /** Taken */
            taken: boolean;
        };
        /**
         * MultiTripTerms
         * @description Terms of one permit for repeated trips (Order 62 art. 19): until when at most, and its conditions.
         */
        MultiTripTerms: {
            /** Conditions */
            conditions: components["schemas"]["Condition"][];
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
            /** Max Months */
            max_months: number;
        };
        /**
         * NextStep
         * @description Who acts next, and what on.
         */
        NextStep: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
        };
        /**
         * NonAcceptance
         * @description Ground for not accepting (Order 62 art. 11; Licensing Law art. 32).
         */
        NonAcceptance: {
            /** Explanation */
            explanation: string;
            /**
             * Ground
             * @enum {string}
             */
            ground: "divisible_goods" | "licence_scope" | "application_ban" | "not_competent" | "other";
            /** Right Authority */
            right_authority?: string | null;
        };
        /**
         * OpenItem
         * @description Something that looks odd or is still missing; never a refusal by itself.
         */
        OpenItem: {
            /** Code */
            code: string;
            /** En */
            en: string;
            /** Pointer */
            pointer: string;
            /** Zh */
            zh: string;
        };
        /** Page[ApplicationRow] */
        Page_ApplicationRow_: {
            /** Items */
            items: components["schemas"]["ApplicationRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PermitRef
         * @description A permit of an application.
         */
        PermitRef: {
            /** Number */
            number: string;
            /** Set Index */
            set_index: number;
            /** State */
            state: string;
        };
        /**
         * Place
         * @description A named point in WGS 84 degrees with the administrative code of its banner or district.
         */
        Place: {
            /**
             * Adcode
             * @example 150602
             */
            adcode: string;
            /** Address */
            address: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** Name */
            name: string;
        };
        /**
         * Precheck
         * @description Result of the clerk's pre-check.
         */
        Precheck: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * ProblemBody
         * @description An error answer (`application/problem+json`); `type` ends in the stable code.
         */
        ProblemBody: {
            /** Detail */
            detail: string;
            /**
             * Errors
             * @default []
             */
            errors: components["schemas"]["ProblemField"][];
            /** Request Id */
            request_id: string;
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * ProblemField
         * @description A fault of one field: JSON pointer and text in the caller's language.
         */
        ProblemField: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Pointer */
            pointer: string;
        };
        /**
         * Reason
         * @description One rule that was looked at; `value comparison limit` is a true statement exactly when `passed` is true.
         *
         *     A rule without a number compares with `=` or `!=`; days are compared as ISO dates.
         */
        Reason: {
            /** Clause */
            clause: string;
            /**
             * Comparison
             * @enum {string}
             */
            comparison: "<" | "<=" | ">" | ">=" | "=" | "!=";
            /** Limit */
            limit: number | string | boolean | null;
            /**
             * Mark
             * @enum {string}
             */
            mark: "law" | "textbook" | "practice" | "assumed";
            /** Measure */
            measure: string;
            /** Passed */
            passed: boolean;
            /** Rule */
            rule: string;
            text: components["schemas"]["ReasonText"];
            /** Unit */
            unit: string;
            /** Value */
            value: number | string | boolean | null;
        };
        /**
         * ReasonText
         * @description A reason in both languages, made at the edge.
         */
        ReasonText: {
            /** En */
            en: string;
            /** Zh */
            zh: string;
        };
        /**
         * Resubmission
         * @description What an application is handed in again with; facts and further sets that are left out stay as they are.
         */
        Resubmission: {
            facts?: components["schemas"]["TransportFacts"] | null;
            /** Further Sets */
            further_sets?: components["schemas"]["FurtherSet"][] | null;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * RuleSetRef
         * @description The rule set an assessment was made with.
         */
        RuleSetRef: {
            /** Id */
            id: string;
            /** Version */
            version: string;
        };
        /**
         * Slip
         * @description A slip of the pen and its right wording: names of goods, names and addresses of places.
         */
        Slip: {
            /** Pointer */
            pointer: string;
            /** Text */
            text: string;
        };
        /**
         * StageMirror
         * @description Issuance tells intake the stage of a case; an older `stage_seq` is ignored.
         *
         *     Told again when a permit ended or changed. `lane` is the case's own, which may have become slower.
         */
        StageMirror: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Decided At */
            decided_at: string | null;
            /** Lane */
            lane?: ("instant" | "fast" | "survey") | null;
            /** Permits */
            permits: components["schemas"]["PermitRef"][];
            /**
             * Stage
             * @enum {string}
             */
            stage: "review" | "sent_for_approval" | "issue" | "refusal";
            /** Stage Seq */
            stage_seq: number;
        };
        /**
         * Termination
         * @description Wrong or misreported facts: stopped at once, told and guided.
         */
        Termination: {
            /** Guidance */
            guidance: string;
            /**
             * Reason
             * @enum {string}
             */
            reason: "wrong_dimensions" | "wrong_mass_or_axles" | "wrong_route" | "wrong_jurisdiction" | "wrong_vehicle" | "wrong_company" | "duplicate" | "not_oversize" | "divisible_goods" | "applicant_request" | "other";
        };
        /**
         * TimelineEvent
         * @description One act on an application; `role` says who, by role. Names of officers are shown to staff alone.
         */
        TimelineEvent: {
            /** Action */
            action: string;
            /** Actor */
            actor: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Role */
            role: string;
            /** Seq */
            seq: number;
        };
        /**
         * Tractor
         * @description Tractor or rigid truck.
         */
        Tractor: {
            /** Axles */
            axles: number;
            /** Curb Mass Kg */
            curb_mass_kg: number;
            /** Drive Axles */
            drive_axles: number;
            /**
             * Plate
             * @example 蒙K12345
             */
            plate: string;
        };
        /**
         * Trailer
         * @description Trailer; `axle_lines` (轴线) counts the lines of a hydraulic trailer, 0 for an ordinary one.
         */
        Trailer: {
            /** Axle Lines */
            axle_lines: number;
            /** Axles */
            axles: number;
            /** Curb Mass Kg */
            curb_mass_kg: number;
            /**
             * Plate
             * @example 蒙K12345
             */
            plate: string;
        };
        /**
         * TransportFacts
         * @description What is to be moved, on what, where, when: previews, applications, route checks, permits, matches.
         */
        TransportFacts: {
            cargo: components["schemas"]["Cargo"];
            loaded: components["schemas"]["Loaded"];
            trip: components["schemas"]["Trip"];
            vehicle_set: components["schemas"]["VehicleSet"];
        };
        /**
         * Trip
         * @description Where and when; `trip_count` above 1 asks for a permit for repeated trips (Order 62 art. 19).
         */
        Trip: {
            destination: components["schemas"]["Place"];
            origin: components["schemas"]["Place"];
            /**
             * Planned End
             * Format: date-time
             */
            planned_end: string;
            /**
             * Planned Start
             * Format: date-time
             */
            planned_start: string;
            /**
             * Trip Count
             * @default 1
             */
            trip_count: number;
            /**
             * Via
             * @default []
             */
            via: components["schemas"]["Place"][];
        };
        /**
         * VehicleSet
         * @description What carries the load. `axle_loads_kg` runs front to back; a hydraulic trailer has one value per axle line.
         */
        VehicleSet: {
            /**
             * Air Suspension
             * @default false
             */
            air_suspension: boolean;
            /** Axle Loads Kg */
            axle_loads_kg: number[];
            /** Axle Spacings Mm */
            axle_spacings_mm: number[];
            /**
             * Body
             * @default general
             * @enum {string}
             */
            body: "general" | "refrigerated" | "special_work" | "low_speed" | "drawbar" | "centre_axle";
            /**
             * Kind
             * @enum {string}
             */
            kind: "rigid" | "flatbed" | "hydraulic";
            /** Licence Gross Mass Kg */
            licence_gross_mass_kg?: number | null;
            /**
             * Single Tyre Axles
             * @default 0
             */
            single_tyre_axles: number;
            /** Tractors */
            tractors: components["schemas"]["Tractor"][];
            trailer?: components["schemas"]["Trailer"] | null;
            /** Tyres */
            tyres: number;
            /**
             * Wide Tyre Axles
             * @default 0
             */
            wide_tyre_axles: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    audit_head: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"] | null;
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    applications: {
        parameters: {
            query?: {
                status?: ("draft" | "submitted" | "precheck" | "correction" | "accepted" | "routed" | "survey" | "review" | "consult" | "approval" | "approved" | "issued" | "terminated" | "not_accepted" | "rejected" | "withdrawn" | "deemed_withdrawn") | null;
                class?: ("I" | "II" | "III") | null;
                lane?: ("instant" | "fast" | "survey") | null;
                carrier_id?: string | null;
                number?: string | null;
                plate?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ApplicationRow_"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    application: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationEdit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    acceptance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    copy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    correction_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionNotice"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    fix: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Fix"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    non_acceptance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NonAcceptance"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    precheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Precheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    resubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resubmission"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    submission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    termination: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Termination"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineEvent"][];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    withdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                application_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
    stage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageMirror"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MirrorAnswer"];
                };
            };
            /** @description Problem */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
            /** @description Problem */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemBody"];
                };
            };
        };
    };
}
