export interface paths {
    "/api/issuance/audit/head": {
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
    "/api/issuance/health/live": {
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
    "/api/issuance/health/ready": {
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
    "/api/issuance/metrics": {
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
    "/api/issuance/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description An approver grants or refuses; a grant issues one permit a vehicle set.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/internal/automatic-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Automatically
         * @description Open the case and decide it under the standing authority, if that covers it.
         */
        post: operations["decide_automatically"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/internal/review-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open Review Case
         * @description Intake opens the review of an accepted application; asked again, the same case is the answer.
         */
        post: operations["open_review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/internal/review-cases/{application_id}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Review Case
         * @description Intake closes the case of a withdrawn application.
         */
        post: operations["close_review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permit-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Match Permit
         * @description Whether a vehicle met on the road keeps within a permit, and what it breaks.
         */
        post: operations["match_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Own Permits
         * @description Permits of the caller's company, or of the authority; newest first.
         */
        get: operations["list_own_permits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get One Permit
         * @description A permit with its conditions, token and travel hold.
         */
        get: operations["get_one_permit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/authority-withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw Permit
         * @description An approver takes back a lawful grant because law or facts changed.
         */
        post: operations["withdraw_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Permit
         * @description The holder changes plates or dates at once; what a person must decide is refused with the reason.
         */
        post: operations["change_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/confiscation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confiscate Permit
         * @description A lent, transferred or misused permit is taken away.
         */
        post: operations["confiscate_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/deregistration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deregister Permit
         * @description Strike off a permit that expired, is used up or has ended.
         */
        post: operations["deregister_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Permit Document
         * @description The 超限运输车辆通行证 as a signed PDF.
         */
        get: operations["get_permit_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/driver-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Driver Link
         * @description A link to hand to the driver; its secret is shown here alone.
         */
        post: operations["make_driver_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/driver-links/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close Driver Links
         * @description Close every link of a permit.
         */
        post: operations["close_driver_links"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/legal-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Permit Legally
         * @description The legal reader agrees to a revocation.
         */
        post: operations["read_permit_legally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew Permit
         * @description An approver extends the validity, within the longest one.
         */
        post: operations["renew_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Permit
         * @description Lift an officer's travel hold.
         */
        post: operations["resume_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Revisions
         * @description Every revision of a number, the newest first.
         */
        get: operations["list_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Permit
         * @description An approver undoes the grant, naming the clause, after the legal reader.
         */
        post: operations["revoke_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Permit
         * @description Put a travel hold on one permit; a road officer's ends by itself unless an approver confirms it.
         */
        post: operations["suspend_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trips
         * @description The runs on a permit, the first one first.
         */
        get: operations["list_trips"];
        put?: never;
        /**
         * Start Trip
         * @description A run begins: counted against those the permit allows.
         */
        post: operations["start_trip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/trips/{trip_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Trip
         * @description A run ends; the last one uses the permit up.
         */
        post: operations["end_trip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/permits/{number}/voiding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void Permit
         * @description The holder gives the permit up.
         */
        post: operations["void_permit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/driver-permits/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Driver Link
         * @description The permit behind a link in its newest revision, with conditions, token and hold.
         */
        get: operations["open_driver_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/driver-permits/{secret}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open Driver Document
         * @description Its signed PDF.
         */
        get: operations["open_driver_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Public Keys
         * @description Keys to check tokens, lists and documents with.
         */
        get: operations["get_public_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/permits/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Public Permit
         * @description State, plates, sizes and dates of a permit.
         */
        get: operations["get_public_permit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Revocations
         * @description Permits that may not be used although their dates have not passed, signed.
         */
        get: operations["get_revocations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/public/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify Token
         * @description The verdict on a scanned token: the signature first, then the permit as it stands.
         */
        post: operations["verify_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Review Cases
         * @description Cases of the authority, oldest first; `mine`: those the caller reviews.
         */
        get: operations["list_review_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Review Case
         * @description One case with everything it rests on.
         */
        get: operations["get_review_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim Review Case
         * @description A reviewer takes the case.
         */
        post: operations["claim_review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}/conclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Conclude Review Case
         * @description A reviewer concludes; the case goes to approval.
         */
        post: operations["conclude_review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}/legal-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Review Case Legally
         * @description The legal reader agrees to a refusal.
         */
        post: operations["read_review_case_legally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return Review Case
         * @description An approver sends the case back to review.
         */
        post: operations["return_review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/review-cases/{case_id}/second-reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Review Case Again
         * @description A second reviewer stands by the conclusion.
         */
        post: operations["read_review_case_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/standing-authorities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant Standing Authority
         * @description An approver grants automatic decisions within limits; one is in force at a time.
         */
        post: operations["grant_standing_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/standing-authorities/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Standing Authority
         * @description The one in force, suspended or not.
         */
        get: operations["get_standing_authority"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/standing-authorities/{authority_id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Standing Authority
         * @description Switch it on again in one scope.
         */
        post: operations["resume_standing_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/standing-authorities/{authority_id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke Standing Authority
         * @description End it for good.
         */
        post: operations["revoke_standing_authority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/issuance/v1/standing-authorities/{authority_id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Standing Authority
         * @description Switch it off, for all, a carrier or a road: no decision falls under it after the answer.
         */
        post: operations["suspend_standing_authority"];
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
         * AuthorityRevocation
         * @description Ends the standing authority for good.
         */
        AuthorityRevocation: {
            /** Reason */
            reason: string;
        };
        /**
         * AuthorityWithdrawal
         * @description An approver takes back a lawful grant (撤回, Licensing Law art. 8(2)); `compensation` says what is made good.
         */
        AuthorityWithdrawal: {
            /** Clause */
            clause: string;
            /** Compensation */
            compensation: string;
            /** Reason */
            reason: string;
        };
        /**
         * AutomaticDecision
         * @description Answer to an automatic decision: the case, and the permits it issued.
         *
         *     `decided` false: the standing authority does not cover it (`reason`), a person decides.
         */
        AutomaticDecision: {
            /** Decided */
            decided: boolean;
            /** Decided At */
            decided_at: string | null;
            /** Permits */
            permits: components["schemas"]["PermitSummary"][];
            /** Reason */
            reason: ("not_instant" | "route_missing" | "no_standing_authority" | "suspended" | "carrier_suspended" | "road_suspended" | "class_not_covered" | "daily_limit" | "with_a_person" | "closed") | null;
            /**
             * Review Case Id
             * Format: uuid
             */
            review_case_id: string;
        };
        /**
         * BridgeVerdict
         * @description One bridge by effect comparison: ratios S_b / S_d; `alone` closes the other lanes while the load passes.
         */
        BridgeVerdict: {
            /** Alone */
            alone: boolean;
            /** Id */
            id: number;
            /** Name */
            name?: string | null;
            /** Needs Survey */
            needs_survey: boolean;
            /** Ratio Moment */
            ratio_moment: number | null;
            /** Ratio Shear */
            ratio_shear: number | null;
            /** Rule */
            rule: string;
            /** Speed Kmh */
            speed_kmh: number | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "clear" | "conditions" | "blocked";
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
         * CaseHolder
         * @description What a permit prints of its holder beside the name: credit code, transport licence, telephone.
         */
        CaseHolder: {
            /** Credit Code */
            credit_code: string;
            /** Licence Number */
            licence_number: string;
            /** Phone */
            phone: string;
        };
        /**
         * CaseReturn
         * @description Why a case came back to review: an approver's reason with what to mend, or a road that changed.
         */
        CaseReturn: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Fixes */
            fixes: string[];
            /**
             * Kind
             * @enum {string}
             */
            kind: "approver" | "road_changed";
            /** Reason */
            reason: string;
            /** Route Changes */
            route_changes: components["schemas"]["RouteChange"][];
        };
        /**
         * CaseRoute
         * @description What review and permit need of a stored plan; further fields are not kept.
         *
         *     `segments` are ids in driving order, `hash` is the plan's own, `findings` those that are not simply clear. All empty:
         *     no way was checked; such a set cannot be granted.
         */
        CaseRoute: {
            /**
             * Bridges
             * @default []
             */
            bridges: components["schemas"]["BridgeVerdict"][];
            /**
             * Findings
             * @default []
             */
            findings: components["schemas"]["Finding"][];
            geometry?: components["schemas"]["LineString"] | null;
            /** Hash */
            hash?: string | null;
            /**
             * Length M
             * @default 0
             */
            length_m: number;
            /**
             * Needs Survey
             * @default false
             */
            needs_survey: boolean;
            /**
             * Roads
             * @default []
             */
            roads: components["schemas"]["RoadStretch"][];
            /**
             * Sample Data
             * @default false
             */
            sample_data: boolean;
            /**
             * Segments
             * @default []
             */
            segments: number[];
            /** Verdict */
            verdict?: ("clear" | "conditions" | "blocked") | null;
        };
        /**
         * CaseSet
         * @description One vehicle set of a case: facts, what was assessed, the plan it may run on.
         */
        "CaseSet-Input": {
            assessment: components["schemas"]["Assessment"];
            facts: components["schemas"]["TransportFacts-Input"];
            route: components["schemas"]["CaseRoute"];
            /** Route Plan Id */
            route_plan_id: string | null;
            /** Set Index */
            set_index: number;
        };
        /**
         * CaseSet
         * @description One vehicle set of a case: facts, what was assessed, the plan it may run on.
         */
        "CaseSet-Output": {
            assessment: components["schemas"]["Assessment"];
            facts: components["schemas"]["TransportFacts-Output"];
            route: components["schemas"]["CaseRoute"];
            /** Route Plan Id */
            route_plan_id: string | null;
            /** Set Index */
            set_index: number;
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
         * Conclusion
         * @description A reviewer's conclusion.
         */
        Conclusion: {
            /**
             * Conclusion
             * @enum {string}
             */
            conclusion: "grant" | "refuse";
            /**
             * Conditions
             * @default []
             */
            conditions: string[];
            /** Text */
            text: string;
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
         * Confiscation
         * @description A permit is taken away (没收), naming the clause.
         */
        Confiscation: {
            /** Clause */
            clause: string;
            /** Reason */
            reason: string;
        };
        /**
         * DateChange
         * @description New days of a permit.
         */
        DateChange: {
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
        };
        /**
         * Decision
         * @description A decision and the permits it issued.
         */
        Decision: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Automatic */
            automatic: boolean;
            /** Conditions */
            conditions: string[];
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Grounds */
            grounds: components["schemas"]["Ground"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "grant" | "refuse";
            /** Permits */
            permits: components["schemas"]["PermitSummary"][];
            /**
             * Review Case Id
             * Format: uuid
             */
            review_case_id: string;
        };
        /**
         * DecisionOrder
         * @description An approver's decision; `version` is the version of the review case that was read.
         */
        DecisionOrder: {
            /**
             * Conditions
             * @default []
             */
            conditions: string[];
            /**
             * Grounds
             * @default []
             */
            grounds: components["schemas"]["Ground"][];
            /**
             * Kind
             * @enum {string}
             */
            kind: "grant" | "refuse";
            /**
             * Review Case Id
             * Format: uuid
             */
            review_case_id: string;
            /** Version */
            version: number;
        };
        /**
         * Deregistration
         * @description A permit is struck off (注销, Licensing Law art. 70).
         */
        Deregistration: {
            /** Reason */
            reason: string;
        };
        /**
         * DriverLink
         * @description A link by which a driver without an account reads his permit.
         */
        DriverLink: {
            /** Secret */
            secret: string;
            /** Url */
            url: string;
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
         * @description One limit that was compared: margin = limit - have - required clearance, in the measure's unit.
         *
         *     `rule` names the row of the norms it follows from, `restriction_id` the notice it follows from; `needs_survey` is
         *     set where a structure, a rating or missing data has to be looked at before the way can be released.
         */
        Finding: {
            /** Advice */
            advice: string;
            /** Have */
            have: number | null;
            /** Kind */
            kind: string;
            /** Limit */
            limit: number | null;
            /** Margin */
            margin: number | null;
            /**
             * Measure
             * @enum {string}
             */
            measure: "height_mm" | "width_mm" | "length_mm" | "gross_mass_kg" | "axle_load_kg" | "ratio" | "distance_m" | "none";
            /** Needs Survey */
            needs_survey: boolean;
            /** Restriction Id */
            restriction_id: string | null;
            /** Road */
            road: string;
            /** Rule */
            rule: string;
            /** Sample */
            sample: boolean;
            /** Segment Id */
            segment_id: number | null;
            /** Stake */
            stake: string;
            /** Structure Id */
            structure_id: number | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "clear" | "conditions" | "blocked";
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
         * Ground
         * @description A ground of refusal with its clause.
         */
        Ground: {
            /** Clause */
            clause: string;
            /** Text */
            text: string;
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
         * Hold
         * @description A travel hold (通行中止) beside the state: the permit may not be used while it lasts.
         */
        Hold: {
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * LegalReading
         * @description What the legal reader says when he agrees.
         */
        LegalReading: {
            /** Text */
            text: string;
        };
        /**
         * Lifting
         * @description An officer lets it go on.
         */
        Lifting: {
            /** Reason */
            reason: string;
        };
        /**
         * LineString
         * @description GeoJSON line, lon and lat in WGS 84.
         */
        LineString: {
            /** Coordinates */
            coordinates: number[][];
            /**
             * Type
             * @default LineString
             * @constant
             */
            type: "LineString";
        };
        /**
         * LinksClosed
         * @description How many links were closed.
         */
        LinksClosed: {
            /** Closed */
            closed: number;
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
         * MatchOrder
         * @description A vehicle met on the road: plates read, when, where (WGS 84 degrees), what was measured.
         */
        MatchOrder: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Lat */
            lat: number;
            /** Lon */
            lon: number;
            /** @default {} */
            measured: components["schemas"]["Measured"];
            /** Plates */
            plates: string[];
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
         * Measured
         * @description What a station or device measured; null: not measured.
         */
        Measured: {
            /** Axle Loads Kg */
            axle_loads_kg?: number[] | null;
            /** Gross Mass Kg */
            gross_mass_kg?: number | null;
            /** Height Mm */
            height_mm?: number | null;
            /** Length Mm */
            length_mm?: number | null;
            /** Width Mm */
            width_mm?: number | null;
        };
        /**
         * Mismatch
         * @description One rule a vehicle breaks: what was measured against what the permit allows with the device's tolerance.
         */
        Mismatch: {
            /** Allowed */
            allowed: number | null;
            /**
             * Code
             * @enum {string}
             */
            code: "permit_none" | "plate" | "dates" | "size_height" | "size_width" | "size_length" | "mass" | "axle_load" | "hold";
            /** Have */
            have: number | null;
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
        /** Page[PermitRevision] */
        Page_PermitRevision_: {
            /** Items */
            items: components["schemas"]["PermitRevision"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[PermitRow] */
        Page_PermitRow_: {
            /** Items */
            items: components["schemas"]["PermitRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[ReviewCaseRow] */
        Page_ReviewCaseRow_: {
            /** Items */
            items: components["schemas"]["ReviewCaseRow"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[Trip] */
        Page_Trip_: {
            /** Items */
            items: components["schemas"]["shared__contracts__issuance__Trip"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Permit
         * @description A permit as its holder and staff read it.
         */
        Permit: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Carrier Name */
            carrier_name: string;
            /** Change */
            change: {
                [key: string]: unknown;
            } | null;
            /** Conditions */
            conditions: string[];
            /** Demonstration */
            demonstration: boolean;
            /** End Clause */
            end_clause: string | null;
            /** End Reason */
            end_reason: string | null;
            /** End State */
            end_state: ("issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated") | null;
            /** Ended At */
            ended_at: string | null;
            facts: components["schemas"]["TransportFacts-Output"];
            hold: components["schemas"]["Hold"] | null;
            legal_reading: components["schemas"]["Reading"] | null;
            /** Number */
            number: string;
            /** Revision */
            revision: number;
            /**
             * Route Plan Id
             * Format: uuid
             */
            route_plan_id: string;
            /** Set Index */
            set_index: number;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated";
            /** Token */
            token: string;
            /** Trips Allowed */
            trips_allowed: number;
            /** Trips Used */
            trips_used: number;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
            /** Version */
            version: number;
        };
        /**
         * PermitChange
         * @description What a holder changes: plates (of all vehicles in their order, tractors first) or days; at least one.
         */
        PermitChange: {
            dates?: components["schemas"]["DateChange"] | null;
            /** Plates */
            plates?: string[] | null;
        };
        /**
         * PermitMatch
         * @description How a vehicle compares with the permit that fits it best (Order 62 art. 47).
         */
        PermitMatch: {
            /** Mismatches */
            mismatches: components["schemas"]["Mismatch"][];
            permit: components["schemas"]["PublicPermit"] | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "permitted" | "mismatch" | "no_permit";
        };
        /**
         * PermitRevision
         * @description One revision of a permit and what it changed.
         */
        PermitRevision: {
            /** Change */
            change: {
                [key: string]: unknown;
            } | null;
            /** Ended At */
            ended_at: string | null;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Plates */
            plates: string[];
            /** Revision */
            revision: number;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated";
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
        };
        /**
         * PermitRevocation
         * @description An approver undoes an unlawful grant (撤销), naming the clause (Licensing Law art. 69).
         */
        PermitRevocation: {
            /** Clause */
            clause: string;
            /** Reason */
            reason: string;
        };
        /**
         * PermitRow
         * @description A permit in a list.
         */
        PermitRow: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /** Carrier Name */
            carrier_name: string;
            /**
             * Class
             * @enum {string}
             */
            class: "I" | "II" | "III";
            /** Hold */
            hold: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Number */
            number: string;
            /** Plates */
            plates: string[];
            /** Revision */
            revision: number;
            /** Set Index */
            set_index: number;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated";
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
            /** Version */
            version: number;
        };
        /**
         * PermitSummary
         * @description A permit in a list.
         */
        PermitSummary: {
            /** Number */
            number: string;
            /** Set Index */
            set_index: number;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated";
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
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
         * PublicKey
         * @description One token key as a JWK (RFC 8037); `kid` is the COSE key id in hexadecimal.
         */
        PublicKey: {
            /** Alg */
            alg: string;
            /** Crv */
            crv: string;
            /** Kid */
            kid: string;
            /** Kty */
            kty: string;
            /** Use */
            use: string;
            /** X */
            x: string;
        };
        /**
         * PublicKeys
         * @description Keys to check tokens and lists with, the one that signs now first; certificates (PEM) of the documents.
         */
        PublicKeys: {
            /** Document Certificates */
            document_certificates: string[];
            /** Keys */
            keys: components["schemas"]["PublicKey"][];
        };
        /**
         * PublicPermit
         * @description What anyone may see of a permit: state, plates, sizes, dates.
         */
        PublicPermit: {
            /** Demonstration */
            demonstration: boolean;
            /** Gross Mass Kg */
            gross_mass_kg: number;
            /** Height Mm */
            height_mm: number;
            /** Hold */
            hold: boolean;
            /** Length Mm */
            length_mm: number;
            /** Number */
            number: string;
            /** Plates */
            plates: string[];
            /** Revision */
            revision: number;
            /**
             * State
             * @enum {string}
             */
            state: "issued" | "active" | "used_up" | "expired" | "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated";
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
            /** Width Mm */
            width_mm: number;
        };
        /**
         * Reading
         * @description Somebody else read a conclusion and stands by it: the second reader of class III, the legal reader of a refusal.
         */
        Reading: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Reader Id
             * Format: uuid
             */
            reader_id: string;
            /** Reader Name */
            reader_name: string;
            /** Text */
            text: string;
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
         * Renewal
         * @description An approver extends a permit's validity (Licensing Law art. 50).
         */
        Renewal: {
            /** Reason */
            reason: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
        };
        /**
         * Resumption
         * @description Switches the standing authority on again, in the scope it was switched off in.
         */
        Resumption: {
            /** Carrier Id */
            carrier_id?: string | null;
            /** Road */
            road?: string | null;
            /**
             * Scope
             * @enum {string}
             */
            scope: "all" | "carrier" | "road";
        };
        /**
         * ReturnOrder
         * @description An approver sends a case back to review; `fixes` are what is to be mended, one by one.
         */
        ReturnOrder: {
            /**
             * Fixes
             * @default []
             */
            fixes: string[];
            /** Reason */
            reason: string;
        };
        /**
         * ReviewCase
         * @description A review case as reviewers and approvers read it; `returned` says why it came back last.
         *
         *     `rerouted_at`: its way was planned anew then; a survey before that was of another way.
         */
        ReviewCase: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /**
             * Carrier Id
             * Format: uuid
             */
            carrier_id: string;
            /** Carrier Name */
            carrier_name: string;
            /**
             * Class
             * @enum {string}
             */
            class: "I" | "II" | "III";
            /** Conclusion */
            conclusion: string | null;
            /** Conclusion Text */
            conclusion_text: string | null;
            /** Conditions */
            conditions: string[];
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Lane
             * @enum {string}
             */
            lane: "instant" | "fast" | "survey";
            legal_reading: components["schemas"]["Reading"] | null;
            /** Outcome */
            outcome: string;
            /** Prechecked By */
            prechecked_by: string | null;
            /** Rerouted At */
            rerouted_at: string | null;
            returned: components["schemas"]["CaseReturn"] | null;
            /** Reviewer Id */
            reviewer_id: string | null;
            second_reading: components["schemas"]["Reading"] | null;
            /** Sets */
            sets: components["schemas"]["CaseSet-Output"][];
            /** State */
            state: string;
            /** Version */
            version: number;
        };
        /**
         * ReviewCaseOrder
         * @description Intake opens the review of an accepted application; the same application has one case.
         */
        ReviewCaseOrder: {
            /**
             * Accepted At
             * Format: date-time
             */
            accepted_at: string;
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
            /**
             * Class
             * @enum {string}
             */
            class: "I" | "II" | "III";
            /** Due At */
            due_at: string | null;
            /** Facts Version */
            facts_version: number;
            holder?: components["schemas"]["CaseHolder"] | null;
            /**
             * Lane
             * @enum {string}
             */
            lane: "instant" | "fast" | "survey";
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "permit_required" | "refusable";
            /** Prechecked By */
            prechecked_by: string | null;
            /** Sets */
            sets: components["schemas"]["CaseSet-Input"][];
        };
        /**
         * ReviewCaseRow
         * @description A review case in a list.
         */
        ReviewCaseRow: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            /** Application Number */
            application_number: string;
            /** Carrier Name */
            carrier_name: string;
            /**
             * Class
             * @enum {string}
             */
            class: "I" | "II" | "III";
            /** Conclusion */
            conclusion: string | null;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Lane
             * @enum {string}
             */
            lane: "instant" | "fast" | "survey";
            /** Outcome */
            outcome: string;
            /** Reviewer Id */
            reviewer_id: string | null;
            /** State */
            state: string;
            /** Version */
            version: number;
        };
        /**
         * Revocation
         * @description A permit, or one revision of it, that may not be used although its dates have not passed.
         */
        Revocation: {
            /** Number */
            number: string;
            /** Revision */
            revision: number;
            /** Since */
            since: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "deregistered" | "superseded" | "voided" | "withdrawn" | "revoked" | "confiscated" | "on_hold";
        };
        /**
         * RevocationList
         * @description Every permit that may not be used although its dates have not passed.
         *
         *     `jws` is this list, signed: a compact JWS (RFC 7515) with EdDSA by a key of `/public/keys`, whose payload is the
         *     JSON of `issued_at`, `next_update` and `entries`.
         */
        RevocationList: {
            /** Entries */
            entries: components["schemas"]["Revocation"][];
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /** Jws */
            jws: string;
            /**
             * Next Update
             * Format: date-time
             */
            next_update: string;
        };
        /**
         * RoadStretch
         * @description A stretch of one road in driving order; a road without a number has no stakes. Places are the towns at its ends.
         */
        RoadStretch: {
            /** From Place */
            from_place?: string | null;
            /** From Stake */
            from_stake: string | null;
            /** Length M */
            length_m: number;
            /** Road */
            road: string;
            /** To Place */
            to_place?: string | null;
            /** To Stake */
            to_stake: string | null;
        };
        /**
         * RouteChange
         * @description How the way of a set changed since it was reviewed: lengths in m; `same_way`: only what was found differs.
         */
        RouteChange: {
            /** Findings Gone */
            findings_gone: components["schemas"]["Finding"][];
            /** Findings New */
            findings_new: components["schemas"]["Finding"][];
            /** Length Before M */
            length_before_m: number;
            /** Length M */
            length_m: number;
            /** Roads */
            roads: string[];
            /** Roads Before */
            roads_before: string[];
            /** Same Way */
            same_way: boolean;
            /** Set Index */
            set_index: number;
            /** Verdict */
            verdict: ("clear" | "conditions" | "blocked") | null;
            /** Verdict Before */
            verdict_before: ("clear" | "conditions" | "blocked") | null;
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
         * SecondReading
         * @description What a second reviewer says when he stands by the conclusion.
         */
        SecondReading: {
            /** Text */
            text: string;
        };
        /**
         * StandingAuthority
         * @description The standing authority in force.
         */
        StandingAuthority: {
            /** Changes */
            changes: boolean;
            /** Classes */
            classes: string[];
            /** Daily Limit */
            daily_limit: number;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /** Granted By Name */
            granted_by_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Suspended At */
            suspended_at: string | null;
            /** Suspended For Carriers */
            suspended_for_carriers: string[];
            /** Suspended For Roads */
            suspended_for_roads: string[];
            /** Suspended Reason */
            suspended_reason: string | null;
            /** Version */
            version: number;
        };
        /**
         * StandingAuthorityDraft
         * @description What an approver grants: the classes it covers, whether changes of permits too, and how many a day.
         */
        StandingAuthorityDraft: {
            /**
             * Changes
             * @default true
             */
            changes: boolean;
            /**
             * Classes
             * @default [
             *       "I"
             *     ]
             */
            classes: ("I" | "II")[];
            /** Daily Limit */
            daily_limit: number;
        };
        /**
         * Suspension
         * @description Switches the standing authority off: for all, for a carrier, or for a road.
         */
        Suspension: {
            /** Carrier Id */
            carrier_id?: string | null;
            /** Reason */
            reason: string;
            /** Road */
            road?: string | null;
            /**
             * Scope
             * @enum {string}
             */
            scope: "all" | "carrier" | "road";
        };
        /**
         * TokenOrder
         * @description A scanned token.
         */
        TokenOrder: {
            /** Token */
            token: string;
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
        "TransportFacts-Input": {
            cargo: components["schemas"]["Cargo"];
            loaded: components["schemas"]["Loaded"];
            trip: components["schemas"]["Trip-Input"];
            vehicle_set: components["schemas"]["VehicleSet"];
        };
        /**
         * TransportFacts
         * @description What is to be moved, on what, where, when: previews, applications, route checks, permits, matches.
         */
        "TransportFacts-Output": {
            cargo: components["schemas"]["Cargo"];
            loaded: components["schemas"]["Loaded"];
            trip: components["schemas"]["shared__contracts__facts__Trip"];
            vehicle_set: components["schemas"]["VehicleSet"];
        };
        /**
         * TravelHold
         * @description An officer stops one permit on the road (通行中止).
         */
        TravelHold: {
            /** Reason */
            reason: string;
        };
        /**
         * Trip
         * @description Where and when; `trip_count` above 1 asks for a permit for repeated trips (Order 62 art. 19).
         */
        "Trip-Input": {
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
         * TripReport
         * @description When a run began or ended; now, if left out.
         */
        TripReport: {
            /** At */
            at?: string | null;
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
        /**
         * Verification
         * @description Verdict on a token. `permit` is set when the token names one that exists and was not forged or altered.
         */
        Verification: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /** Number */
            number: string | null;
            permit: components["schemas"]["PublicPermit"] | null;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "valid" | "forged" | "altered" | "revoked" | "superseded" | "not_yet_valid" | "expired" | "on_hold" | "unknown_key";
        };
        /**
         * Voiding
         * @description The holder gives a permit up.
         */
        Voiding: {
            /** Reason */
            reason: string;
        };
        /**
         * Trip
         * @description Where and when; `trip_count` above 1 asks for a permit for repeated trips (Order 62 art. 19).
         */
        shared__contracts__facts__Trip: {
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
         * Trip
         * @description A run on a permit; `seq` counts from 1.
         */
        shared__contracts__issuance__Trip: {
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Permit Number */
            permit_number: string;
            /** Recorded Role */
            recorded_role: string;
            /** Seq */
            seq: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
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
    decide: {
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
                "application/json": components["schemas"]["DecisionOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
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
    decide_automatically: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCaseOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutomaticDecision"];
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
    open_review_case: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCaseOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCase"];
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
    close_review_case: {
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
                    "application/json": components["schemas"]["ReviewCase"];
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
    match_permit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermitMatch"];
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
    list_own_permits: {
        parameters: {
            query?: {
                application_id?: string | null;
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
                    "application/json": components["schemas"]["Page_PermitRow_"];
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
    get_one_permit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/json": components["schemas"]["Permit"];
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
    withdraw_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityWithdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    change_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermitChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    confiscate_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Confiscation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    deregister_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deregistration"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    get_permit_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/pdf": string;
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
    make_driver_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverLink"];
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
    close_driver_links: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
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
                    "application/json": components["schemas"]["LinksClosed"];
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
    read_permit_legally: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    renew_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Renewal"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    resume_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lifting"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    list_revisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/json": components["schemas"]["Page_PermitRevision_"];
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
    revoke_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PermitRevocation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    suspend_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TravelHold"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    list_trips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/json": components["schemas"]["Page_Trip_"];
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
    start_trip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["shared__contracts__issuance__Trip"];
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
    end_trip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
                trip_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TripReport"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["shared__contracts__issuance__Trip"];
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
    void_permit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Voiding"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permit"];
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
    open_driver_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
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
                    "application/json": components["schemas"]["Permit"];
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
    open_driver_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
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
                    "application/pdf": string;
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
    get_public_keys: {
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
                    "application/json": components["schemas"]["PublicKeys"];
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
    get_public_permit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
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
                    "application/json": components["schemas"]["PublicPermit"];
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
    get_revocations: {
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
                    "application/json": components["schemas"]["RevocationList"];
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
    verify_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
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
    list_review_cases: {
        parameters: {
            query?: {
                state?: ("open" | "sent_for_approval" | "decided" | "closed") | null;
                lane?: ("instant" | "fast" | "survey") | null;
                mine?: boolean;
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
                    "application/json": components["schemas"]["Page_ReviewCaseRow_"];
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
    get_review_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["ReviewCase"];
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
    claim_review_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                case_id: string;
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
                    "application/json": components["schemas"]["ReviewCase"];
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
    conclude_review_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Conclusion"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCase"];
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
    read_review_case_legally: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCase"];
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
    return_review_case: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCase"];
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
    read_review_case_again: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondReading"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewCase"];
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
    grant_standing_authority: {
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
                "application/json": components["schemas"]["StandingAuthorityDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAuthority"];
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
    get_standing_authority: {
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
                    "application/json": components["schemas"]["StandingAuthority"];
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
    resume_standing_authority: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                authority_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Resumption"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAuthority"];
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
    revoke_standing_authority: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                authority_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorityRevocation"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAuthority"];
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
    suspend_standing_authority: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                authority_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Suspension"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingAuthority"];
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
