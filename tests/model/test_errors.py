"""What is wrong, in a message that can be read."""

from generator.model.errors import ParallaxError, as_problem
from generator.model.site import Problem


def test_a_message_is_bounded_however_long_the_value_at_fault() -> None:
    fault = ParallaxError(f"date: {'9' * 50_000} is not allowed.", file="a.yml", line=2)
    direct = Problem(severity="error", file="a.yml", line=2, message=f"There is no event {'x' * 50_000}.")
    for message in (fault.message, as_problem(fault).message, direct.message):
        assert len(message) < 1100
        assert message[:3] in ("dat", "The")
        assert message.endswith(".")
    assert ParallaxError("Short.").message == "Short."
