export interface paths {
    "/api/route-advisory/audit/head": {
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
    "/api/route-advisory/health/live": {
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
    "/api/route-advisory/health/ready": {
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
    "/api/route-advisory/metrics": {
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
    "/api/route-advisory/v1/internal/route-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Route Plan
         * @description Check the way of one vehicle set and store it as a plan; the same order gives the same plan.
         */
        post: operations["create_route_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/internal/route-plans/{plan_id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock Route Plan
         * @description Lock a plan before a decision; 409 `road_changed` when a notice published since touches it.
         */
        post: operations["lock_route_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Network
         * @description Every segment with its limits, structures and published restrictions, as GeoJSON, streamed.
         */
        get: operations["read_network"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notices
         * @description Notices, newest first.
         */
        get: operations["list_notices"];
        put?: never;
        /**
         * Create Notice
         * @description Write a notice; it touches nothing until it is published.
         */
        post: operations["create_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/notices/{notice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Notice
         * @description One notice with its version.
         */
        get: operations["read_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/notices/{notice_id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Notice
         * @description Lift: the road is open again, and the holds it put on plans end.
         */
        post: operations["lift_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/notices/{notice_id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Notice
         * @description Publish: no way leads over it from now on, and locked plans it touches are held.
         */
        post: operations["publish_notice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/public/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Public Notices
         * @description Published notices that are not over, newest first; `road` is a code such as G65.
         */
        get: operations["list_public_notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/public/roads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Roads
         * @description The lines of all roads, open data, for drawing maps: no limits, no structures.
         */
        get: operations["read_roads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/route-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description The way for a load in its window, with every limit and bridge on it, or what stands in the way.
         */
        post: operations["check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route-advisory/v1/route-plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Route Plan
         * @description A plan with its check, for whoever reviews or decides on it.
         */
        get: operations["read_route_plan"];
        put?: never;
        post?: never;
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
         * Alternate
         * @description Another way.
         */
        Alternate: {
            /** Duration S */
            duration_s: number;
            geometry: components["schemas"]["LineString"];
            /** Length M */
            length_m: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "clear" | "conditions" | "blocked";
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
         * NetworkDocument
         * @description The road network as the engine uses it, a GeoJSON FeatureCollection.
         */
        NetworkDocument: {
            /** Attribution */
            attribution: string;
            /** Features */
            features: components["schemas"]["NetworkFeature"][];
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
        };
        /**
         * NetworkFeature
         * @description A segment as a GeoJSON feature.
         */
        NetworkFeature: {
            geometry: components["schemas"]["LineString"];
            /** Id */
            id: number;
            properties: components["schemas"]["NetworkProperties"];
            /**
             * Type
             * @constant
             */
            type: "Feature";
        };
        /**
         * NetworkProperties
         * @description A segment with its limits, structures and restrictions.
         */
        NetworkProperties: {
            /** Class */
            class: string;
            /** From Node */
            from_node: number;
            /** From Stake */
            from_stake: string;
            /** Id */
            id: number;
            /** Lanes */
            lanes: number;
            /** Length M */
            length_m: number;
            limits: components["schemas"]["RestrictionLimits"];
            /** Oneway */
            oneway: boolean;
            /** Owner */
            owner: string;
            /** Restrictions */
            restrictions: components["schemas"]["NetworkRestriction"][];
            /** Road */
            road: string;
            /** Structures */
            structures: components["schemas"]["NetworkStructure"][];
            /** To Node */
            to_node: number;
            /** To Stake */
            to_stake: string;
        };
        /**
         * NetworkRestriction
         * @description A published restriction that is neither lifted nor over; `id` is its notice.
         */
        NetworkRestriction: {
            /**
             * From
             * Format: date-time
             */
            from: string;
            /** Hard */
            hard: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "closure" | "works" | "restriction" | "weather" | "seasonal_guarantee" | "incident";
            limits: components["schemas"]["RestrictionLimits"];
            /** To */
            to: string | null;
        };
        /**
         * NetworkStructure
         * @description A structure on a segment; what is null is not known, or is of bridges alone.
         */
        NetworkStructure: {
            /** Condition Class */
            condition_class: number | null;
            /** Continuous */
            continuous: boolean | null;
            /** Cq Design */
            cq_design: number | null;
            /** Cq Load */
            cq_load: number | null;
            /** Design Load */
            design_load: string | null;
            /** Frequency Hz */
            frequency_hz: number | null;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Lanes */
            lanes: number | null;
            limits: components["schemas"]["RestrictionLimits"];
            /** Rated On */
            rated_on: string | null;
            /** Sample */
            sample: boolean;
            /** Spans Mm */
            spans_mm: number[] | null;
            /** Stake */
            stake: string;
        };
        /**
         * Notice
         * @description A traffic notice and its state; `plans_held` counts the locked plans it stopped when it was published.
         */
        Notice: {
            /** Ends At */
            ends_at: string | null;
            /** Hard */
            hard: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "closure" | "works" | "restriction" | "weather" | "seasonal_guarantee" | "incident";
            limits: components["schemas"]["RestrictionLimits"];
            /** Plans Held */
            plans_held: number;
            /** Published At */
            published_at: string | null;
            /** Segment Ids */
            segment_ids: number[];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * State
             * @enum {string}
             */
            state: "draft" | "published" | "lifted";
            /** Title */
            title: string;
            /** Version */
            version: number;
        };
        /**
         * NoticeDraft
         * @description A traffic notice a road officer writes; without an end it holds until it is lifted.
         */
        NoticeDraft: {
            /** Ends At */
            ends_at?: string | null;
            /** Hard */
            hard: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "closure" | "works" | "restriction" | "weather" | "seasonal_guarantee" | "incident";
            /** @default {} */
            limits: components["schemas"]["RestrictionLimits"];
            /** Segment Ids */
            segment_ids: number[];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Title */
            title: string;
        };
        /**
         * Obstacle
         * @description What stands in the way where no way is open: the cheapest ones to lift.
         */
        Obstacle: {
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
            /** Restriction Id */
            restriction_id: string | null;
            /** Road */
            road: string;
            /** Segment Id */
            segment_id: number | null;
            /** Stake */
            stake: string;
            /** Structure Id */
            structure_id: number | null;
        };
        /** Page[Notice] */
        Page_Notice_: {
            /** Items */
            items: components["schemas"]["Notice"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** Page[PublicNotice] */
        Page_PublicNotice_: {
            /** Items */
            items: components["schemas"]["PublicNotice"][];
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
         * PlanHold
         * @description A travel hold on a locked plan.
         */
        PlanHold: {
            /**
             * Notice Id
             * Format: uuid
             */
            notice_id: string;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * PlanOrder
         * @description Intake asks for a stored plan of one vehicle set; the same order twice gives the same plan.
         */
        PlanOrder: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            facts: components["schemas"]["TransportFacts"];
            /** Facts Version */
            facts_version: number;
            /** Set Index */
            set_index: number;
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
         * PublicNotice
         * @description A traffic notice as anyone reads it; `roads` are the roads its segments belong to.
         */
        PublicNotice: {
            /** Ends At */
            ends_at: string | null;
            /** Hard */
            hard: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "closure" | "works" | "restriction" | "weather" | "seasonal_guarantee" | "incident";
            limits: components["schemas"]["RestrictionLimits"];
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Roads */
            roads: string[];
            /** Segment Ids */
            segment_ids: number[];
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Title */
            title: string;
        };
        /**
         * RestrictionLimits
         * @description Limits a notice sets on its segments; null: none. A hard closure lets nothing pass.
         */
        RestrictionLimits: {
            /** Axle Load Kg */
            axle_load_kg?: number | null;
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
         * RoadLines
         * @description Lines of roads by kind, each a list of lon and lat in WGS 84; `local` ones have no road number.
         */
        RoadLines: {
            /** Expressway */
            expressway: number[][][];
            /** Local */
            local: number[][][];
            /** Main */
            main: number[][][];
        };
        /**
         * RoadStretch
         * @description A road of the route in driving order, as a permit prints it; stakes are null on a road without a number.
         *
         *     `from_place` and `to_place` name the nearest town where it begins and ends, null where none is near.
         */
        RoadStretch: {
            /** From Place */
            from_place: string | null;
            /** From Stake */
            from_stake: string | null;
            /** Length M */
            length_m: number;
            /** Road */
            road: string;
            /** To Place */
            to_place: string | null;
            /** To Stake */
            to_stake: string | null;
        };
        /**
         * RoadsPicture
         * @description The roads as the ground of a map, with whose data they are.
         */
        RoadsPicture: {
            /** Attribution */
            attribution: string;
            lines: components["schemas"]["RoadLines"];
        };
        /**
         * RouteCheck
         * @description The answer of a route check; a blocked one still names the cheapest obstacles to lift.
         *
         *     `roads` are the segments drawn together by road, with the places they lead by; the search itself leaves them out.
         */
        RouteCheck: {
            /** Alternates */
            alternates: components["schemas"]["Alternate"][];
            /** Blocked By */
            blocked_by: components["schemas"]["Obstacle"][];
            /** Bridges */
            bridges: components["schemas"]["BridgeVerdict"][];
            /** Duration S */
            duration_s: number;
            /** Findings */
            findings: components["schemas"]["Finding"][];
            geometry: components["schemas"]["LineString"] | null;
            /** Length M */
            length_m: number;
            /** Needs Survey */
            needs_survey: boolean;
            /** Network Version */
            network_version: string;
            /** Restriction Seq */
            restriction_seq: number;
            /**
             * Roads
             * @default []
             */
            roads: components["schemas"]["RoadStretch"][];
            /** Sample Data */
            sample_data: boolean;
            /** Segments */
            segments: components["schemas"]["RouteSegment"][];
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "clear" | "conditions" | "blocked";
        };
        /**
         * RouteCheckRequest
         * @description What to check. `avoid` names segment ids.
         */
        RouteCheckRequest: {
            /**
             * Alternates
             * @default 0
             */
            alternates: number;
            /**
             * Avoid
             * @default []
             */
            avoid: number[];
            /** Depart At */
            depart_at?: string | null;
            facts: components["schemas"]["TransportFacts"];
            /**
             * Optimise
             * @default distance
             * @enum {string}
             */
            optimise: "distance" | "time" | "risk";
        };
        /**
         * RoutePlan
         * @description A stored plan; `hold` tells the first closure put on it since it was locked.
         *
         *     `route_hash` is the SHA-256, in hex, of the segments in driving order with the stakes driven from and to.
         */
        RoutePlan: {
            /**
             * Application Id
             * Format: uuid
             */
            application_id: string;
            check: components["schemas"]["RouteCheck"];
            /** Facts Version */
            facts_version: number;
            hold: components["schemas"]["PlanHold"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Route Hash */
            route_hash: string;
            /** Set Index */
            set_index: number;
            /**
             * State
             * @enum {string}
             */
            state: "checked" | "locked" | "superseded";
        };
        /**
         * RouteSegment
         * @description One segment of the route in driving order. Stakes are kilometre marks such as K12+300.
         */
        RouteSegment: {
            /** From Stake */
            from_stake: string;
            /** Id */
            id: number;
            /** Length M */
            length_m: number;
            /** Road */
            road: string;
            /** To Stake */
            to_stake: string;
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
    create_route_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoutePlan"];
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
    lock_route_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["RoutePlan"];
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
    read_network: {
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
                    "application/json": components["schemas"]["NetworkDocument"];
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
    list_notices: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                state?: ("draft" | "published" | "lifted") | null;
                kind?: ("closure" | "works" | "restriction" | "weather" | "seasonal_guarantee" | "incident") | null;
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
                    "application/json": components["schemas"]["Page_Notice_"];
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
    create_notice: {
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
                "application/json": components["schemas"]["NoticeDraft"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
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
    read_notice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notice_id: string;
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
                    "application/json": components["schemas"]["Notice"];
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
    lift_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                notice_id: string;
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
                    "application/json": components["schemas"]["Notice"];
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
    publish_notice: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, such as "3" */
                "if-match"?: string | null;
                /** @description Chosen by the caller, once an act */
                "idempotency-key"?: string | null;
            };
            path: {
                notice_id: string;
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
                    "application/json": components["schemas"]["Notice"];
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
    list_public_notices: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                road?: string | null;
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
                    "application/json": components["schemas"]["Page_PublicNotice_"];
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
    read_roads: {
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
                    "application/json": components["schemas"]["RoadsPicture"];
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
    check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteCheckRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteCheck"];
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
    read_route_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
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
                    "application/json": components["schemas"]["RoutePlan"];
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
