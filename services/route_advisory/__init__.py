"""Route advisory (运输路线咨询): where a load can go, what is closed, and the plan a permit runs on.

Tables: road_node, road_segment, structure, network_state, traffic_notice, restriction, route_plan, plan_hold; the view
v_plan_hold is published. Endpoints: route checks, the network, notices (also for anyone), plans for intake and issuance.
Jobs: none. Calls nobody. The search itself is pure and stands in `network/`; what is open is decided in SQL alone.
"""
