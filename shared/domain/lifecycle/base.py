"""State machines as tables: from, event, to, who, guard. Audit, documents and pages are made from them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from shared.domain.errors import Conflict, Forbidden
from shared.domain.roles import Role


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of a table.

    Args:
        source: state it starts from.
        event: noun of the act, the end of its endpoint.
        target: state it leads to.
        who: roles that may do it; `Role.SERVICE` is the system itself.
        guard: what must hold beyond state and role, in words; the command checks it.
        clause: law the step rests on.
    """

    source: str
    event: str
    target: str
    who: frozenset[Role]
    guard: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Lifecycle:
    """A table of transitions.

    Args:
        name: aggregate, in Chinese and English.
        states: every state with its Chinese name, in order.
        terminal: states nothing leads out of.
        rows: the table; (source, event) is unique.
    """

    name: tuple[str, str]
    states: dict[str, str]
    terminal: frozenset[str]
    rows: tuple[Transition, ...]
    _index: dict[tuple[str, str], Transition] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {(row.source, row.event): row for row in self.rows}
        if len(index) != len(self.rows):
            raise ValueError(f"{self.name[1]}: two rows share a source and an event")
        object.__setattr__(self, "_index", index)

    def step(self, state: str, event: str, roles: Iterable[Role]) -> str:
        """The state an event leads to.

        Raises:
            Conflict: `transition_not_allowed`, this state does not know the event.
            Forbidden: `role_not_allowed`, the event is for other roles.
        """
        row = self._index.get((state, event))
        if row is None:
            raise Conflict(
                "transition_not_allowed",
                f"{self.name[0]}现为“{self.states.get(state, state)}”，不能进行此操作",
                f"the {self.name[1]} is {state}; {event} is not possible now",
                context={"state": state, "event": event},
            )
        if not row.who.intersection(roles):
            raise Forbidden("role_not_allowed", "您的角色不能进行此操作", f"your role may not do {event}")
        return row.target

    def allowed(self, state: str, roles: Iterable[Role]) -> list[str]:
        """Events these roles may do in this state: what a page offers."""
        held = frozenset(roles)
        return [row.event for row in self.rows if row.source == state and row.who & held]


def rows(
    sources: str, event: str, target: str, who: Iterable[Role], guard: str = "", clause: str = ""
) -> tuple[Transition, ...]:
    """The same step from several states (space separated)."""
    return tuple(Transition(source, event, target, frozenset(who), guard, clause) for source in sources.split())
