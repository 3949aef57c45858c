import time
async def test_try(stack):
    async with stack.client("carrier") as c:
        for n in ("class1_generator_set","class2_excavator","class3_transformer"):
            for _ in range(3):
                t=time.perf_counter(); r=await c.post("/api/route-advisory/v1/route-checks", json={"facts":stack.facts(n)}); dt=time.perf_counter()-t
                print(n, r.status_code, round(dt*1000,1), len(r.content))
            if r.status_code!=200: print(r.text)
            else: print(r.json()["verdict"], r.json()["roads"])
    async with stack.client("clerk") as c:
        t=time.perf_counter(); r=await c.get("/api/route-advisory/v1/network"); print(r.status_code, len(r.content), time.perf_counter()-t)
        print(r.text[:1500])
