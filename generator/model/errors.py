"""Faults that stop the work; each names its file, its line, what is wrong and what is allowed."""

from generator.model.site import Problem, Severity, bounded


class ParallaxError(Exception):
    """A fault in what the editor gave us.

    `file` is the path as the editor knows it, `line` its 1-based line (0 if the fault has none), `message` what is
    wrong, `remedy` what to do about it.
    """

    def __init__(self, message: str, *, file: str = "", line: int = 0, remedy: str = "") -> None:
        self.message, self.file, self.line, self.remedy = bounded(message), file, line, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: " if self.file else ""
        return f"{place}{self.message}" + (f" {self.remedy}" if self.remedy else "")


def as_problem(fault: ParallaxError, *, severity: Severity = "error") -> Problem:
    """The fault as a record, where the work goes on without what is at fault."""
    return Problem(severity=severity, file=fault.file, line=fault.line, message=fault.message, remedy=fault.remedy)
