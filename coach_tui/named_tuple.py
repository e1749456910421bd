"""`typing.NamedTuple`, its constructors compiled when they are first called.

Some three hundred of our classes are named tuples, half of them loaded before `coach status` can
answer, and few of them are made anything of in one run. `typing` looks at the annotation of every
field and `collections.namedtuple` compiles a constructor for every class: an eighth of what
`coach status` worked out anew took. Everything else is as there; to mypy it is `typing`'s own.
"""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

if TYPE_CHECKING or sys.version_info >= (3, 14):  # which keeps annotations in another way
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Making(type):
        """Makes a tuple of a class's annotated fields; what they are equal to, their defaults."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            body |= {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            body |= {"__slots__": (), "_fields": fields, "__match_args__": fields}
            body["_field_defaults"] = defaults
            return type(name, (_Named,), body)

    class _Named(tuple[Any, ...]):
        """What every named tuple can do."""

        __slots__ = ()
        _fields: ClassVar[tuple[str, ...]]
        _field_defaults: ClassVar[Mapping[str, Any]]

        def __new__(cls, *values: Any, **named: Any) -> Self:
            """The first of its class: from now on its own constructor is there."""
            names = "".join(f"{field}, " for field in cls._fields)
            inside = {"_tuple": tuple.__new__, "__builtins__": {}, "__name__": cls.__module__}
            make = eval(f"lambda _cls, {names}: _tuple(_cls, ({names}))", inside)  # noqa: S307
            make.__name__, make.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
            make.__defaults__ = tuple(cls._field_defaults.values())
            cls.__new__ = make
            return make(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named: Any) -> Self:
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            said = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({said})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        __replace__ = _replace  # for `copy.replace`

    NamedTuple = type.__new__(_Making, "NamedTuple", (), {})
