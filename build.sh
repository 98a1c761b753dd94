#!/usr/bin/env bash
# The repository's commands. Each sets up what is missing, says so, and then does its work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly solution=Parameterize.sln
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

usage() {
    cat <<TEXT
./build.sh COMMAND

  demo [NAME] [OPTIONS]  measure what is predicted and write artifacts/demo/NAME/report.html; NAME is Mlp unless told otherwise, or one of
                         $(demos | paste -sd ' '); OPTIONS: --help tells
  test [OPTIONS]         build everything and run every test; OPTIONS go to dotnet test
  bench [forward|construction|keystroke|build]
                         time the generated forward pass and constructors, a keystroke and a build with the generator, or one of them
  bench OPTIONS          time what the OPTIONS of BenchmarkDotNet say
  bench mup [--python PATH] [--mup DIR] [--pairs N] [--threads N] [--optimizer adam|sgd]
                         time a coordinate check against Python's microsoft/mup, in pairs of whole processes (needs torch and mup there)
  bench slopes [MODEL]   measure the slopes of fourteen models, or of those whose names have MODEL in them, three richnesses and two
                         optimizers beside what is predicted
  bench mutants [OPTIONS]
                         change the calculus in a thousand places, one at a time, and count the changes that its own tests notice;
                         fails below 95 %; OPTIONS go to Stryker (--mutate 'Scaling/Rules/*.cs')
  pack                   write the packages to artifacts/packages
  docs                   make a site of README, guides, diagnostics and the API: artifacts/site/index.html
  format [OPTIONS]       bring the sources into the form of .editorconfig; OPTIONS go to dotnet format

Paths in OPTIONS are seen from this folder, wherever the command is called from.
TEXT
}

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

require_dotnet() {
    command -v dotnet > /dev/null || die "the .NET SDK 10 or later is not on PATH; install it from https://dot.net and run this again."
}

# Said only where it is so: a restore that downloads half of libtorch's packages looks like one that hangs.
set_up() {
    require_dotnet
    local packages
    packages=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
    [ -e "$packages/torchsharp-cpu" ] || say "restoring TorchSharp with libtorch: some 270 MB, the first time only"
}

# One compiler process for all projects takes half the time of one for each. Where the environment wants none to stay behind, none does.
build() {
    local status=0
    dotnet build "$@" --configuration Release --verbosity quiet -p:UseSharedCompilation=true |
        sed -e '/^Build succeeded/,/^Time Elapsed/d' -e '/^$/d' || status=$?
    [ "${UseSharedCompilation:-true}" = true ] || dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1 || true
    return "$status"
}

run_tests() {
    set_up
    say "building"
    build "$solution"
    say "testing"
    local log status=0
    log=$(mktemp)
    # Two projects run at a time: a second thread in libtorch would wait for a core, which takes small models five times as long.
    OMP_NUM_THREADS=1 dotnet test "$solution" --configuration Release --no-build -maxcpucount:2 "$@" 2>&1 | tee "$log" || status=$?
    awk -v status="$status" '
        /Failed: *[0-9]+, Passed: *[0-9]+/ {
            match($0, /Failed: *[0-9]+/); split(substr($0, RSTART, RLENGTH), f, ": *"); failed += f[2]
            match($0, /Passed: *[0-9]+/); split(substr($0, RSTART, RLENGTH), p, ": *"); passed += p[2]
        }
        END {
            if (status != 0 && failed == 0) failed = 1
            printf "%d passed, %d failed\n", passed, failed
            exit !(passed > 0 && failed == 0)
        }' "$log" || status=1
    rm -f "$log"
    return "$status"
}

demos() { for program in samples/*/Program.cs; do basename "$(dirname "$program")"; done; }

run_demo() {
    local name=Mlp
    if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
        name=$(demos | grep -ix -- "$1" || true)
        [ -n "$name" ] || die "no demo '$1'; there are: $(demos | tr '\n' ' ')"
        shift
    fi
    set_up
    say "building the sample $name"
    build "samples/$name"
    dotnet run --project "samples/$name" --configuration Release --no-build -- "$@"
}

run_pack() {
    set_up
    # As on a build server, so that no package has paths of this machine.
    dotnet pack "$solution" --configuration Release --verbosity quiet -p:ContinuousIntegrationBuild=true
    ls artifacts/packages
}

run_bench() { set_up && dotnet run --project benchmarks/Parameterize.Benchmarks --configuration Release -- "$@"; }

# Stryker mutates the one project, and runs of the tests those that reach the mutated line.
run_mutants() {
    set_up
    dotnet tool restore > /dev/null
    mkdir -p artifacts
    (cd tests/Parameterize.Tests && dotnet stryker --skip-version-check --output ../../artifacts/mutants "$@")
    say "every mutant: artifacts/mutants/reports/mutation-report.html"
}

# Where the host of a clone shows the sources of this commit; nothing where it was cloned from elsewhere than the web.
address_of_sources() {
    local origin commit
    origin=$(git config --get remote.origin.url 2> /dev/null) && commit=$(git rev-parse HEAD 2> /dev/null) || return 0
    case "$origin" in
        https://*)
            origin=${origin#https://} # what stands in front of an @ is a password, and no part of the address
            origin=${origin##*@}
            printf 'https://%s/blob/%s' "${origin%.git}" "$commit"
            ;;
    esac
}

# A broken link, heading or cross reference is a warning of docfx, and a warning is an error.
run_docs() {
    set_up
    say "building what the site documents"
    build eng/Site
    dotnet tool restore > /dev/null
    rm -rf artifacts/site
    dotnet run --project eng/Site --configuration Release --no-build -- . artifacts/pages "$(address_of_sources)"
    say "building the site"
    dotnet docfx docs/docfx.json --warningsAsErrors --logLevel warning
    say "artifacts/site/index.html (search needs a server: dotnet docfx serve artifacts/site)"
}

command=${1:-}
[ $# -eq 0 ] || shift
case "$command" in
    demo) run_demo "$@" ;;
    test) run_tests "$@" ;;
    bench) if [ "${1:-}" = mutants ]; then run_mutants "${@:2}"; else run_bench "$@"; fi ;;
    pack) [ $# -eq 0 ] || die "pack takes no options, but was given: $*"; run_pack ;;
    docs) [ $# -eq 0 ] || die "docs takes no options, but was given: $*"; run_docs ;;
    format) require_dotnet && dotnet format "$solution" --exclude-diagnostics CA1822 "$@" ;;
    '' | -h | --help | help) usage ;;
    *) usage >&2; die "no command '$command'." ;;
esac
