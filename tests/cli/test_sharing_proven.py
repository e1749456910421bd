"""A server that is not on this machine proves who it is, or nothing is said to it."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sharing.postgres import Cluster, Database, ready

from .machine import Machine, engagement_of, joined

ANN, NORA = "k7f3q", "m2x9c"
SAID = {"en": "did not prove", "fr": "pas prouvé"}


def _outer() -> str:
    """An address of this machine that others could reach; empty where it has none."""
    try:
        told = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return next((each for each in told.stdout.split() if "." in each), "")


class Authority:
    """Who signs certificates of servers, as a practice's own or a public one would."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self.root = folder / f"{name}.crt"
        self._openssl(
            "req", "-x509", "-subj", f"/CN={name}", "-days", "30",
            "-keyout", str(folder / f"{name}.key"), "-out", str(self.root),
        )  # fmt: skip

    def signed(self, name: str, address: str) -> tuple[Path, Path]:
        """A certificate for this address, and its key."""
        made, key, asked = (self._folder / f"{name}.{kind}" for kind in ("crt", "key", "csr"))
        more = self._folder / f"{name}.ext"
        more.write_text(f"subjectAltName={address}\n")
        self._openssl("req", "-subj", f"/CN={name}", "-keyout", str(key), "-out", str(asked))
        subprocess.run(
            [
                "openssl", "x509", "-req", "-in", str(asked), "-CA", str(self.root), "-days", "30",
                "-CAkey", str(self._folder / f"{self._name}.key"), "-set_serial", "1",
                "-extfile", str(more), "-out", str(made),
            ],
            check=True, capture_output=True,
        )  # fmt: skip
        return made, key

    def _openssl(self, what: str, *said: str) -> None:
        key = ("-newkey", "rsa:2048", "-nodes")
        subprocess.run(["openssl", what, *key, *said], check=True, capture_output=True)


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Database]:
    """A practice's server on this machine's outer address."""
    address = _outer()
    if not (ready(tmp_path) and shutil.which("openssl") and address):
        pytest.skip("no PostgreSQL, no openssl or no network here: no server to prove itself")
    cluster = Cluster(outer=address)
    yield cluster.database()
    cluster.stop()


def test_a_server_is_joined_where_it_proves_who_it_is_and_refused_in_words_elsewhere(
    ann: Machine, nora: Machine, away: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = away.cluster.outer
    known, stranger = Authority(tmp_path, "known"), Authority(tmp_path, "stranger")
    engagement = engagement_of(ann)
    away.given({ANN: {engagement: True}, NORA: {engagement: True}})
    monkeypatch.setenv("PGSSLROOTCERT", str(known.root))
    urls = {
        login: f"postgresql://{login}@{address}:{away.cluster.port}/{away.name}"
        for login in (ANN, NORA)
    }
    proven = {login: f"{url}?sslmode=verify-full" for login, url in urls.items()}

    for mode in ("", "?sslmode=require", "?sslmode=verify-ca"):
        assert "sslmode=verify-full" in ann.coach("share", f"{urls[ANN]}{mode}", "--yes").err
    wrong = {
        "of somebody unknown": stranger.signed("unknown", f"IP:{address}"),
        "for another name": known.signed("other", "IP:192.0.2.99,DNS:db.example.org"),
    }
    for what, (certificate, key) in wrong.items():
        _shown(away, certificate, key, address)
        for language, words in SAID.items():
            told = ann.coach("share", proven[ANN], "--yes", "--lang", language)
            assert (told.code, words in " ".join(told.err.split())) == (1, True), (what, told.err)
        assert ann.coach("share").code == 1, f"not shared: {what}"

    good = known.signed("good", f"IP:{address}")
    _shown(away, *good, address)
    shared = ann.coach("share", proven[ANN], "--yes")
    assert shared.code == 0, shared.err
    assert joined(nora, shared.invitation, "--server", proven[NORA]).code == 0
    assert "opened by hand" in nora.coach("history").out

    # Somebody puts themselves between later on: work goes on, and nothing is said to them.
    _shown(away, *wrong["of somebody unknown"], address)
    told = nora.coach("step", "access-crm", "confirmed", "--lang", "fr")
    assert (told.code, SAID["fr"] in " ".join(told.err.split())) == (0, True), told.err
    assert "Nora" not in ann.coach("history").out
    _shown(away, *good, address)
    assert nora.coach("status").code == 0
    nora.coach("step", "baselines", "doing")
    assert "Nora" in ann.coach("history").out


def _shown(away: Database, certificate: Path, key: Path, address: str) -> None:
    """It shows this certificate from now on."""
    away.cluster.prove(certificate, key)
    wanted = certificate.read_text().split()
    until = time.monotonic() + 30
    while time.monotonic() < until:
        seen = subprocess.run(
            ["openssl", "s_client", "-starttls", "postgres", "-connect",
             f"{address}:{away.cluster.port}"],
            input=b"", capture_output=True, check=False,
        ).stdout.decode().split()  # fmt: skip
        if all(each in seen for each in wanted[2:6]):
            return
        time.sleep(0.1)
    raise AssertionError("the certificate is not shown")
