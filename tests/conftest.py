"""What all tests share: an environment without surprises, Hypothesis profiles, a switch for goldens."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

SCRUBBED = ("RECTLEDGER_", "GIT_", "LC_")
SCRUBBED_NAMES = {"LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TZ"}
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

settings.register_profile("ci", deadline=None, derandomize=True, max_examples=100, suppress_health_check=SLOW)
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what is printed now as what is expected")


@pytest.fixture(scope="session", autouse=True)
def scrubbed_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No setting and no cache of whoever runs the tests reaches them."""
    found = [name for name in os.environ if name.startswith(SCRUBBED) or name in SCRUBBED_NAMES]
    with pytest.MonkeyPatch.context() as patch:
        for name in found:
            patch.delenv(name)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether goldens are to be written instead of compared."""
    return bool(request.config.getoption("--update-goldens"))
