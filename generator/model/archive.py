"""Everything that was read."""

from dataclasses import dataclass

from generator.model.notice import Notice
from generator.model.registers import Registers


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything that was read: notices by month, newest last, and the registers."""

    notices: tuple[Notice, ...]
    registers: Registers
