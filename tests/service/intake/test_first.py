from shared.testing.stack import Stack, keyed

async def test_all(stack: Stack) -> None:
    for name in ("class1_generator_set","class2_excavator","class3_launching_girder","class3_transformer","class3_wind_blade","not_accepted_divisible","not_oversize","refused_axle_load"):
        async with stack.client("carrier") as ca, stack.client("clerk") as ck:
            r = await ca.post("/api/intake/v1/applications", json={"facts": stack.facts(name)}, headers=keyed())
            assert r.status_code == 201, r.text
            a = r.json()
            import time; t=time.perf_counter()
            r = await ca.post(f"/api/intake/v1/applications/{a['id']}/submission", headers=keyed(a["version"]))
            dt=time.perf_counter()-t
            a = r.json()
            print(name, r.status_code, round(dt*1000), {k: a.get(k) for k in ("number","status","class","lane","permits","due_at","open_items","next","version","finding","review_case_id","detail")})
            if a["status"]=="submitted":
                r = await ck.post(f"/api/intake/v1/applications/{a['id']}/precheck", json={}, headers=keyed(a["version"]))
                a=r.json()
                r = await ck.post(f"/api/intake/v1/applications/{a['id']}/acceptance", headers=keyed(a["version"]))
                a = r.json()
                print("   accept", r.status_code, {k: a.get(k) for k in ("status","due_at","next","version","review_case_id","detail")})
    assert 0
