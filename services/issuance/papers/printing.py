"""Printing official papers in the CPU pool, under the authority's name and document key."""

import base64

from services.issuance.desk import desk_of
from services.issuance.rendering.document import IssuingAuthority
from services.issuance.rendering.paper import render_and_sign_paper
from shared.contracts.official import OfficialPaper, PrintedPaper
from shared.platform.runtime import Runtime


async def printed(runtime: Runtime, paper: OfficialPaper) -> PrintedPaper:
    """The signed PDF of a paper."""
    desk = desk_of(runtime)
    authority = IssuingAuthority(name=desk.settings.authority_name, adcode=desk.adcode, scope=desk.settings.scope)
    pdf = await runtime.cpu.run(render_and_sign_paper, paper, authority, desk.demonstration, desk.keys.document_key)
    return PrintedPaper(pdf=base64.b64encode(pdf))
