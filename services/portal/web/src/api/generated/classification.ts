export interface paths {
    "/api/classification/audit/head": {
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
    "/api/classification/health/live": {
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
    "/api/classification/health/ready": {
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
    "/api/classification/metrics": {
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
    "/api/classification/v1/assessments/{assessment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Assessment
         * @description A stored assessment as it holds now, made again with the rule set it was made with.
         */
        get: operations["read_assessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/assessments/{assessment_id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Override Assessment
         * @description Set class or lane with a reason: a reviewer upwards, an approver either way; never faster than the class may go.
         */
        post: operations["override_assessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/day-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Days
         * @description The days of a year that are not what their weekday says: holidays and made-up working days (调休).
         */
        get: operations["list_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/day-overrides/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Day
         * @description What a day is; version 0: nothing was set of it.
         */
        get: operations["read_day"];
        /**
         * Change Day
         * @description Set what a day is: a holiday, a made-up working day, or (null) what its weekday says.
         */
        put: operations["change_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/due-dates/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain Due Date
         * @description A due date day by day: which days count, which do not, and why; `pause` is `ground/first day/last day`.
         */
        get: operations["explain_due_date"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/internal/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assess
         * @description Assess one vehicle set of an application; the same step gives the same assessment.
         */
        post: operations["assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/internal/assessments/{assessment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read For Service
         * @description A stored assessment as it holds now, an officer's override included.
         */
        get: operations["read_for_service"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/internal/due-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Due
         * @description The end of a limit in working days that starts with an acceptance: what stood still does not count.
         */
        post: operations["due"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description Class, lane, reasons, materials, due date and the smallest change to a faster lane, assuming the best.
         */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/public/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Law
         * @description The law as this system applies it now, or did at a moment: every figure with its clause and mark.
         */
        get: operations["read_law"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Replays
         * @description Replays, newest first.
         */
        get: operations["list_replays"];
        put?: never;
        /**
         * Start Replay
         * @description Rehearse a rule set, draft or not, over the newest assessment of every vehicle set of some time.
         */
        post: operations["start_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/replays/{replay_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Replay
         * @description How far a replay is and what it counted.
         */
        get: operations["read_replay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/replays/{replay_id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Changes
         * @description The cases that would come out differently.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rule Sets
         * @description Rule sets, newest first.
         */
        get: operations["list_rule_sets"];
        put?: never;
        /**
         * Draft Rule Set
         * @description Write a draft; faults are told with line and field.
         */
        post: operations["draft_rule_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Rule Set
         * @description One rule set with its TOML.
         */
        get: operations["read_rule_set"];
        /**
         * Change Rule Set
         * @description Write a draft anew, over the base that is in force now.
         */
        put: operations["change_rule_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}/differences/{other_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Rule Sets
         * @description What the second rule set changes against the first, in words.
         */
        get: operations["compare_rule_sets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}/enactment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enact Rule Set
         * @description Put a reviewed set in force, some time ahead; never by who reviewed it.
         */
        post: operations["enact_rule_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Law Of Rule Set
         * @description The same page of any rule set, draft or not.
         */
        get: operations["read_law_of_rule_set"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Rule Set
         * @description Make a reviewed set a draft again.
         */
        post: operations["return_rule_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classification/v1/rule-sets/{rule_set_id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Review Rule Set
         * @description Review a draft; never by somebody who wrote on it.
         */
        post: operations["review_rule_set"];
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
         * Answered
         * @description Outcome, class and lane.
         */
        Answered: {
            /** Class */
            class: ("I" | "II" | "III") | null;
            /** Lane */
            lane: ("instant" | "fast" | "survey") | null;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "no_permit_needed" | "permit_required" | "not_acceptable" | "refusable";
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
         * AssessmentContext
         * @description What is known beside the facts. Stored with every assessment, so that it can be replayed.
         *
         *     Args:
         *         submitted_at: moment of submission; chooses the rule set.
         *         accepted_on: Shanghai day of acceptance the clock starts from; None: the day of submission, provisional.
         *         papers_verified: every required paper was verified by look-up.
         *         licence_covers: the carrier's licence covers 大件运输; None: unknown.
         *         banned_until: end of an application ban of the carrier, if one runs.
         *         credit: credit colour.
         *         route: result of the route check; None: none was made.
         *         carrier_silent: a service that should have answered did not; the case then needs a person.
         *         assumed: the items that were assumed and not looked up (a preview assumes all).
         */
        AssessmentContext: {
            /** Accepted On */
            accepted_on?: string | null;
            /** Assumed */
            assumed?: ("papers" | "credit" | "route" | "licence_scope" | "ban")[];
            /** Banned Until */
            banned_until?: string | null;
            /**
             * Credit
             * @enum {string}
             */
            credit: "green" | "yellow" | "red";
            /** Licence Covers */
            licence_covers: boolean | null;
            /**
             * Open Restriction
             * @default false
             */
            open_restriction: boolean;
            /** Papers Verified */
            papers_verified: boolean;
            route: components["schemas"]["RouteContext"] | null;
            /** Services Silent */
            services_silent?: string[];
            /**
             * Submitted At
             * Format: date-time
             */
            submitted_at: string;
        };
        /**
         * AssessmentOrder
         * @description Intake asks for a stored assessment of one vehicle set; the same order twice gives the same assessment.
         */
        AssessmentOrder: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            context: components["schemas"]["AssessmentContext"];
            facts: components["schemas"]["TransportFacts"];
            /** Facts Version */
            facts_version: number;
            /** Set Index */
            set_index: number;
        };
        /**
         * AssessmentView
         * @description A stored assessment as it holds: with the override, should there be one; `computed`: what the rules gave.
         */
        AssessmentView: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            assessment: components["schemas"]["Assessment"];
            /** Computed Class */
            computed_class: ("I" | "II" | "III") | null;
            /** Computed Lane */
            computed_lane: ("instant" | "fast" | "survey") | null;
            /** Facts Version */
            facts_version: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            override: components["schemas"]["Override"] | null;
            /** Set Index */
            set_index: number;
            /**
             * Status
             * @enum {string}
             */
            status: "computed" | "overridden" | "superseded";
            /** Version */
            version: number;
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
         * ChangedCase
         * @description One case that would come out differently.
         */
        ChangedCase: {
            after: components["schemas"]["Answered"];
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /**
             * Assessment Id
             * Format: uuid
             */
            assessment_id: string;
            before: components["schemas"]["Answered"];
            /** Set Index */
            set_index: number;
        };
        /**
         * ClockPause
         * @description Days on which the clock stands still, both ends included; told to the applicant in writing under a number.
         */
        ClockPause: {
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Notice No */
            notice_no: string;
            /** Reason */
            reason: string;
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
         * Day
         * @description A day of the office: `override` tells it was set, `year_known` whether the year's notice is in the calendar.
         */
        Day: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "workday" | "weekend" | "holiday" | "makeup_workday";
            /** Override */
            override: ("holiday" | "makeup_workday") | null;
            /** Reason */
            reason: string | null;
            /** Version */
            version: number;
            /** Working */
            working: boolean;
            /** Year Known */
            year_known: boolean;
        };
        /**
         * DayChange
         * @description What a day is against its weekday; null: what its weekday says. The reason names the notice.
         */
        DayChange: {
            /** Kind */
            kind: ("holiday" | "makeup_workday") | null;
            /** Reason */
            reason: string;
        };
        /**
         * DifferenceView
         * @description One value that differs: where it stands (path by dots), both values, and the same in words.
         */
        DifferenceView: {
            /** After */
            after: number | string | boolean | null;
            /** Before */
            before: number | string | boolean | null;
            /** Clause */
            clause: string;
            /** Mark */
            mark: ("law" | "textbook" | "practice" | "assumed") | null;
            /** Path */
            path: string;
            text: components["schemas"]["ReasonText"];
        };
        /**
         * Differences
         * @description What differs between two rule sets.
         */
        Differences: {
            after: components["schemas"]["RuleSetRef"];
            before: components["schemas"]["RuleSetRef"];
            /** Items */
            items: components["schemas"]["DifferenceView"][];
        };
        /**
         * DueDate
         * @description Its end, and when a warning is due; provisional when a year on the way has no calendar yet.
         */
        DueDate: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Provisional */
            provisional: boolean;
            /** Warn At */
            warn_at?: string | null;
        };
        /**
         * DueOrder
         * @description A limit to count: so many working days from the Shanghai day of acceptance.
         *
         *     `pauses` are the times the clock stood still, on grounds the rule set knows; `extended` adds its one extension.
         */
        DueOrder: {
            /**
             * Accepted On
             * Format: date
             */
            accepted_on: string;
            /**
             * Extended
             * @default false
             */
            extended: boolean;
            /**
             * Pauses
             * @default []
             */
            pauses: components["schemas"]["ClockPause"][];
            /** Working Days */
            working_days: number;
        };
        /**
         * Enactment
         * @description From when a reviewed set is in force; null: as soon as every process can have it.
         */
        Enactment: {
            /** Effective From */
            effective_from?: string | null;
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
         * Explanation
         * @description A due date: every day after the acceptance up to it. Provisional when a year on the way is not known yet.
         */
        Explanation: {
            /**
             * Accepted On
             * Format: date
             */
            accepted_on: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Provisional */
            provisional: boolean;
            /** Steps */
            steps: components["schemas"]["Step"][];
            /**
             * Warn At
             * Format: date-time
             */
            warn_at: string;
            /** Working Days */
            working_days: number;
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
         * LawLine
         * @description One line: what it is about, what holds, and what it rests on.
         */
        LawLine: {
            /** Clause */
            clause: string;
            /**
             * Mark
             * @enum {string}
             */
            mark: "law" | "textbook" | "practice" | "assumed";
            /** Mark Text */
            mark_text: string;
            /** Rule */
            rule: string;
            /** Subject */
            subject: string;
        };
        /**
         * LawPage
         * @description The law as this system applies it, in one language.
         */
        LawPage: {
            /** Note */
            note: string;
            rule_set: components["schemas"]["RuleSetRef"];
            /** Rule Set Title */
            rule_set_title: string;
            /** Sections */
            sections: components["schemas"]["LawSection"][];
            /** Sources */
            sources: string[];
            /** Title */
            title: string;
        };
        /**
         * LawSection
         * @description One part of the law.
         */
        LawSection: {
            /** Lines */
            lines: components["schemas"]["LawLine"][];
            /** Title */
            title: string;
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
         * Move
         * @description So many cases whose outcome, class or lane would change from one value to another.
         */
        Move: {
            /** After */
            after: string | null;
            /** Before */
            before: string | null;
            /** Count */
            count: number;
            /**
             * What
             * @enum {string}
             */
            what: "outcome" | "class" | "lane";
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
         * Override
         * @description What an officer set in place of what the rules gave, by whom and why.
         */
        Override: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * By
             * Format: uuid
             */
            by: string;
            /** By Name */
            by_name: string;
            /**
             * Class
             * @enum {string}
             */
            class: "I" | "II" | "III";
            /**
             * Lane
             * @enum {string}
             */
            lane: "instant" | "fast" | "survey";
            /** Reason */
            reason: string;
            /** Role */
            role: string;
        };
        /**
         * OverrideOrder
         * @description An officer sets class or lane, with the reason. What is not given follows from the other.
         */
        OverrideOrder: {
            /** Class */
            class?: ("I" | "II" | "III") | null;
            /** Lane */
            lane?: ("instant" | "fast" | "survey") | null;
            /** Reason */
            reason: string;
        };
        /** Page[ChangedCase] */
        Page_ChangedCase_: {
            /** Items */
            items: components["schemas"]["ChangedCase"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ReplayView] */
        Page_ReplayView_: {
            /** Items */
            items: components["schemas"]["ReplayView"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[RuleSetRow] */
        Page_RuleSetRow_: {
            /** Items */
            items: components["schemas"]["RuleSetRow"][];
            /** Next Cursor */
            next_cursor: string | null;
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
         * ReplayOrder
         * @description Rehearse a rule set over the assessments stored from one moment until before another.
         */
        ReplayOrder: {
            /**
             * From
             * Format: date-time
             */
            from: string;
            /**
             * Rule Set Id
             * Format: uuid
             */
            rule_set_id: string;
            /**
             * To
             * Format: date-time
             */
            to: string;
        };
        /**
         * ReplayView
         * @description A replay: `done` of `total` cases; of these `changed` would come out differently, by `moves`.
         */
        ReplayView: {
            /** Changed */
            changed: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Finished At */
            finished_at: string | null;
            /**
             * From
             * Format: date-time
             */
            from: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Moves */
            moves: components["schemas"]["Move"][];
            /**
             * Rule Set Id
             * Format: uuid
             */
            rule_set_id: string;
            /**
             * State
             * @enum {string}
             */
            state: "queued" | "running" | "done";
            /**
             * To
             * Format: date-time
             */
            to: string;
            /** Total */
            total: number;
            /** Unreadable */
            unreadable: number;
        };
        /**
         * Return
         * @description Why a reviewed set goes back to its authors.
         */
        Return: {
            /** Reason */
            reason: string;
        };
        /**
         * RouteContext
         * @description What the route check found, as far as lane and escort depend on it.
         *
         *     `needs_survey` is set when a structure, a clearance, a rating or missing road data is the cause; `whitelisted`
         *     when the whole route lies on a corridor released for class II; `bridges_ok` when every bridge is class 1-2, rated
         *     within its year, and S_b < S_d.
         */
        RouteContext: {
            /**
             * Bridges Ok
             * @default true
             */
            bridges_ok: boolean;
            /** Causes */
            causes?: string[];
            /**
             * Needs Survey
             * @default false
             */
            needs_survey: boolean;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "clear" | "conditions" | "blocked" | "unknown";
            /**
             * Whitelisted
             * @default false
             */
            whitelisted: boolean;
        };
        /**
         * RuleSetDraft
         * @description A rule set as it is written: its TOML (its own part; the rest is inherited), and why.
         */
        RuleSetDraft: {
            /** Note */
            note: string;
            /** Source Toml */
            source_toml: string;
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
         * RuleSetRow
         * @description A rule set in a list.
         */
        RuleSetRow: {
            /** Area */
            area: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edition */
            edition: string;
            /** Effective From */
            effective_from: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Inherits Id */
            inherits_id: string | null;
            /**
             * Law From
             * Format: date
             */
            law_from: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "reviewed" | "scheduled" | "in_force" | "replaced";
            /** Title En */
            title_en: string;
            /** Title Zh */
            title_zh: string;
            /** Version */
            version: number;
        };
        /**
         * RuleSetView
         * @description A rule set with its own TOML, who wrote, reviewed and enacted it; `derived_from`: carried over to a new base.
         */
        RuleSetView: {
            /** Area */
            area: string;
            /** Authors */
            authors: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Derived From */
            derived_from: string | null;
            /** Edition */
            edition: string;
            /** Effective From */
            effective_from: string | null;
            /** Enacted At */
            enacted_at: string | null;
            /** Enacted By */
            enacted_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Inherits Id */
            inherits_id: string | null;
            /**
             * Law From
             * Format: date
             */
            law_from: string;
            /** Name */
            name: string;
            /** Note */
            note: string;
            /** Reviewed By */
            reviewed_by: string | null;
            /** Source Toml */
            source_toml: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "reviewed" | "scheduled" | "in_force" | "replaced";
            /** Title En */
            title_en: string;
            /** Title Zh */
            title_zh: string;
            /** Version */
            version: number;
        };
        /**
         * Step
         * @description One day on the way to a due date; `number`: the working day it counts as, null: it does not count.
         *
         *     `paused`: the clock stood still on it.
         */
        Step: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "workday" | "weekend" | "holiday" | "makeup_workday";
            /** Number */
            number: number | null;
            /** Paused */
            paused: boolean;
            /** Reason */
            reason: string | null;
            /** Year Known */
            year_known: boolean;
        };
        /**
         * StoredAssessment
         * @description An assessment with its identity.
         */
        StoredAssessment: {
            assessment: components["schemas"]["Assessment"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
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
    read_assessment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessment_id: string;
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
                    "application/json": components["schemas"]["AssessmentView"];
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
    override_assessment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                assessment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverrideOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentView"];
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
    list_days: {
        parameters: {
            query: {
                year: number;
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
                    "application/json": components["schemas"]["Day"][];
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
    read_day: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                day: string;
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
                    "application/json": components["schemas"]["Day"];
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
    change_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
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
    explain_due_date: {
        parameters: {
            query: {
                accepted_on: string;
                working_days: number;
                pause?: string[];
                extended?: boolean;
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
                    "application/json": components["schemas"]["Explanation"];
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
    assess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredAssessment"];
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
    read_for_service: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assessment_id: string;
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
                    "application/json": components["schemas"]["AssessmentView"];
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
    due: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DueOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueDate"];
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
    preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransportFacts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
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
    read_law: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
                at?: string | null;
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
                    "application/json": components["schemas"]["LawPage"];
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
    list_replays: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Rows of a page */
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
                    "application/json": components["schemas"]["Page_ReplayView_"];
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
    start_replay: {
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
                "application/json": components["schemas"]["ReplayOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
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
    read_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                replay_id: string;
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
                    "application/json": components["schemas"]["ReplayView"];
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
    list_changes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Rows of a page */
                limit?: number;
            };
            header?: never;
            path: {
                replay_id: string;
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
                    "application/json": components["schemas"]["Page_ChangedCase_"];
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
    list_rule_sets: {
        parameters: {
            query?: {
                name?: string | null;
                state?: ("draft" | "reviewed" | "scheduled" | "in_force" | "replaced") | null;
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description Rows of a page */
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
                    "application/json": components["schemas"]["Page_RuleSetRow_"];
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
    draft_rule_set: {
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
                "application/json": components["schemas"]["RuleSetDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetView"];
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
    read_rule_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_set_id: string;
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
                    "application/json": components["schemas"]["RuleSetView"];
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
    change_rule_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                rule_set_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleSetDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetView"];
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
    compare_rule_sets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_set_id: string;
                other_id: string;
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
                    "application/json": components["schemas"]["Differences"];
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
    enact_rule_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                rule_set_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Enactment"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetView"];
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
    read_law_of_rule_set: {
        parameters: {
            query?: {
                /** @description Language of the page */
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                rule_set_id: string;
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
                    "application/json": components["schemas"]["LawPage"];
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
    return_rule_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                rule_set_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetView"];
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
    review_rule_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                rule_set_id: string;
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
                    "application/json": components["schemas"]["RuleSetView"];
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
