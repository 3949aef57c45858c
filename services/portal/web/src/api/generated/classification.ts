export interface paths {
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
         * @description The end of a limit in working days that starts with an acceptance.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         * DueDate
         * @description Its end; provisional when a year on the way has no calendar yet.
         */
        DueDate: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Provisional */
            provisional: boolean;
        };
        /**
         * DueOrder
         * @description A limit to count: so many working days from the Shanghai day of acceptance.
         */
        DueOrder: {
            /**
             * Accepted On
             * Format: date
             */
            accepted_on: string;
            /** Working Days */
            working_days: number;
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
}
