export interface paths {
    "/api/fieldwork/audit/head": {
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
    "/api/fieldwork/health/live": {
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
    "/api/fieldwork/health/ready": {
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
    "/api/fieldwork/metrics": {
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
    "/api/fieldwork/v1/agencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agencies
         * @description Qualified agencies by name.
         */
        get: operations["list_agencies"];
        put?: never;
        /**
         * Create Agency
         * @description Enter an agency whose papers were found in order.
         */
        post: operations["create_agency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Assignments
         * @description Assignments, newest first; an agency sees its own, an agent his company's.
         */
        get: operations["list_assignments"];
        put?: never;
        /**
         * Create Assignment
         * @description Offer the escort of an own application to an agency.
         */
        post: operations["create_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/assignments/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Assignment
         * @description One assignment.
         */
        get: operations["read_assignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/assignments/{assignment_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Assignment
         * @description Accept an offer to one's own agency.
         */
        post: operations["accept_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/assignments/{assignment_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Assignment
         * @description Take an offer or an accepted escort back.
         */
        post: operations["cancel_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/assignments/{assignment_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline Assignment
         * @description Decline an offer with a reason.
         */
        post: operations["decline_assignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/internal/applications/{application_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Application
         * @description Cancel what is under way for an application that ended without a permit; again: nothing is left to cancel.
         */
        post: operations["close_application"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/internal/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request Survey
         * @description The survey of an application's facts; the same facts have one.
         */
        post: operations["request_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Photo
         * @description Store a photo; what it is is read from its bytes.
         */
        post: operations["create_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/photos/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Photo
         * @description The photo itself.
         */
        get: operations["read_photo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Surveys
         * @description Surveys, newest first; an agent sees his company's alone.
         */
        get: operations["list_surveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/surveys/{survey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Survey
         * @description One survey.
         */
        get: operations["read_survey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/surveys/{survey_id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redo Survey
         * @description Send a survey back with a reason.
         */
        post: operations["redo_survey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fieldwork/v1/surveys/{survey_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report Survey
         * @description Record what two inspectors found.
         */
        post: operations["report_survey"];
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
         * Agency
         * @description An escort agency as the carrier sees it.
         */
        Agency: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Staff */
            staff: number;
            /** Vehicles */
            vehicles: number;
        };
        /**
         * AgencyDraft
         * @description An escort agency whose papers the office has looked at.
         */
        AgencyDraft: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
            /** Staff */
            staff: number;
            /** Vehicles */
            vehicles: number;
        };
        /**
         * Assignment
         * @description An escort assignment.
         */
        Assignment: {
            /**
             * Agency Id
             * Format: uuid
             */
            agency_id: string;
            /** Agency Name */
            agency_name: string;
            /** Answered At */
            answered_at: string | null;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /** Carrier Name */
            carrier_name: string;
            /** Decline Reason */
            decline_reason: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Respond Due
             * Format: date-time
             */
            respond_due: string;
            /** Spec */
            spec: {
                [key: string]: unknown;
            };
            /** State */
            state: string;
            /** Summary */
            summary: {
                [key: string]: unknown;
            };
            /** Version */
            version: number;
        };
        /**
         * AssignmentOffer
         * @description A carrier offers an escort to an agency it chose.
         */
        AssignmentOffer: {
            /**
             * Agency Id
             * Format: uuid
             */
            agency_id: string;
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
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
         * Decline
         * @description Why an agency declines.
         */
        Decline: {
            /** Reason */
            reason: string;
        };
        /**
         * FieldworkClosure
         * @description What was cancelled in the field when an application ended.
         */
        FieldworkClosure: {
            /** Assignments */
            assignments: number;
            /** Surveys */
            surveys: number;
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
        /** Page[Agency] */
        Page_Agency_: {
            /** Items */
            items: components["schemas"]["Agency"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Assignment] */
        Page_Assignment_: {
            /** Items */
            items: components["schemas"]["Assignment"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Survey] */
        Page_Survey_: {
            /** Items */
            items: components["schemas"]["Survey"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Photo
         * @description A stored photo.
         */
        Photo: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Media Type */
            media_type: string;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
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
         * Survey
         * @description A survey as inspectors and staff read it.
         */
        Survey: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /** Carrier Name */
            carrier_name: string;
            /** Conclusion */
            conclusion: string | null;
            /** Conditions */
            conditions: string[];
            /** Due At */
            due_at: string | null;
            /** Facts */
            facts: components["schemas"]["TransportFacts"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Inspectors */
            inspectors: string[];
            /** Photo Ids */
            photo_ids: string[];
            /** Reported At */
            reported_at: string | null;
            /** State */
            state: string;
            /** Version */
            version: number;
        };
        /**
         * SurveyOrder
         * @description Issuance asks for a survey of an application; the same facts have one survey.
         */
        SurveyOrder: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /** Authority Adcode */
            authority_adcode: string;
            /**
             * Carrier Id
             * Format: uuid
             */
            carrier_id: string;
            /** Carrier Name */
            carrier_name: string;
            /** Due At */
            due_at: string | null;
            /** Escort Spec */
            escort_spec: {
                [key: string]: unknown;
            };
            /** Facts */
            facts: components["schemas"]["TransportFacts"][];
            /** Facts Version */
            facts_version: number;
        };
        /**
         * SurveyRedo
         * @description Why a reviewer sends a survey back.
         */
        SurveyRedo: {
            /** Reason */
            reason: string;
        };
        /**
         * SurveyReport
         * @description What two inspectors found (Licensing Law art. 34: two or more).
         */
        SurveyReport: {
            /**
             * Conclusion
             * @enum {string}
             */
            conclusion: "pass" | "pass_with_conditions" | "fail";
            /** Conditions */
            conditions: string[];
            /** Inspectors */
            inspectors: string[];
            /** Photo Ids */
            photo_ids: string[];
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
    list_agencies: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["Page_Agency_"];
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
    create_agency: {
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
                "application/json": components["schemas"]["AgencyDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agency"];
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
    list_assignments: {
        parameters: {
            query?: {
                mine?: boolean;
                state?: ("offered" | "accepted" | "declined" | "expired" | "cancelled") | null;
                application_id?: string | null;
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
                    "application/json": components["schemas"]["Page_Assignment_"];
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
    create_assignment: {
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
                "application/json": components["schemas"]["AssignmentOffer"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
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
    read_assignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignment_id: string;
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
                    "application/json": components["schemas"]["Assignment"];
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
    accept_assignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                assignment_id: string;
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
                    "application/json": components["schemas"]["Assignment"];
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
    cancel_assignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                assignment_id: string;
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
                    "application/json": components["schemas"]["Assignment"];
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
    decline_assignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                assignment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decline"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assignment"];
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
    close_application: {
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
                    "application/json": components["schemas"]["FieldworkClosure"];
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
    request_survey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
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
    create_photo: {
        parameters: {
            query: {
                name: string;
            };
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/heic": string;
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
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
    read_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                photo_id: string;
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
    list_surveys: {
        parameters: {
            query?: {
                state?: ("requested" | "reported" | "cancelled") | null;
                application_id?: string | null;
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
                    "application/json": components["schemas"]["Page_Survey_"];
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
    read_survey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                survey_id: string;
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
                    "application/json": components["schemas"]["Survey"];
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
    redo_survey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                survey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyRedo"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
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
    report_survey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                survey_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurveyReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Survey"];
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
