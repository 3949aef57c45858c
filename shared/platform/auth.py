"""Who calls, and the access rule of every route: one `Annotated` alias, visible in the signature."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import OAuth2PasswordBearer

from shared.domain.errors import Forbidden
from shared.domain.roles import Role
from shared.domain.scopes import scope_of
from shared.platform.runtime import runtime_of
from shared.platform.tokens import Caller, unauthenticated

_bearer = OAuth2PasswordBearer(tokenUrl="/api/registry/v1/tokens", auto_error=False)


class Access:
    """An access rule: as a dependency it gives the caller or refuses. A route without one fails a test.

    Args:
        roles: any of these may call; empty: everyone signed in.
        services: whether (only) services may call.
    """

    def __init__(self, *roles: Role, services: bool = False) -> None:
        self.roles = frozenset(roles)
        self.services = services

    async def __call__(self, request: Request, token: Annotated[str | None, Depends(_bearer)]) -> Caller:
        """The caller.

        Raises:
            Unauthenticated: nobody is signed in.
            Forbidden: the role may not do this.
        """
        if not token:
            raise unauthenticated()
        caller = await runtime_of(request).tokens.verify(token)
        if self.services != (caller.service is not None):
            raise Forbidden("role_not_allowed", "此接口不对您开放", "this is not open to you")
        if self.roles and not caller.has(*self.roles):
            raise Forbidden("role_not_allowed", "您的角色不能进行此操作", "your role may not do this")
        refuse_out_of_scope(request, caller)
        request.state.caller = caller
        return caller


def refuse_out_of_scope(request: Request, caller: Caller) -> None:
    """Raise when a machine's token is not meant for this service or kind of request.

    Raises:
        Forbidden: `scope_missing`, with the scope it would take.
    """
    if caller.scopes is None:
        return
    needed = scope_of(runtime_of(request).service, request.method)
    if needed not in caller.scopes:
        raise Forbidden("scope_missing", f"密钥缺少权限 {needed}", f"the key lacks {needed}", context={"scope": needed})


class PublicAccess:
    """The access rule of what is open to anyone; a caller who is signed in is known."""

    async def __call__(self, request: Request, token: Annotated[str | None, Depends(_bearer)]) -> Caller | None:
        """The caller, or None."""
        caller = await runtime_of(request).tokens.verify(token) if token else None
        request.state.caller = caller
        return caller


Anyone = Annotated[Caller | None, Depends(PublicAccess())]
SignedIn = Annotated[Caller, Depends(Access())]
ServiceCall = Annotated[Caller, Depends(Access(services=True))]
