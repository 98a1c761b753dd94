#!/usr/bin/env bash
# The repository's commands. Each sets up what is missing, says so, and then does its work.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

readonly backend_file=eng/TorchBackend.local.props
readonly solution=Parameterize.sln
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

usage() {
    cat <<TEXT
./build.sh COMMAND

  demo [NAME] [OPTIONS]  measure what is predicted and write artifacts/demo/NAME/report.html; NAME is Mlp unless told otherwise, or one of
                         $(demos | paste -sd ' '); OPTIONS: --help tells
  test [OPTIONS]         build everything and run every test; OPTIONS go to dotnet test
  bench [OPTIONS]        time the generator and the generated forward pass; OPTIONS go to BenchmarkDotNet
  bench mup [--python PATH] [--mup DIR] [--pairs N] [--threads N] [--optimizer adam|sgd]
                         time a coordinate check against Python's microsoft/mup, in pairs of whole processes (needs torch and mup there)
  pack                   write the packages to artifacts/packages
  format                 bring the sources into the form of .editorconfig
TEXT
}

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

require_dotnet() {
    command -v dotnet > /dev/null || die "the .NET SDK 10 or later is not on PATH; install it from https://dot.net and run this again."
}

# The packages of the system backend that are missing, by what they bring.
missing_packages() {
    command -v cmake > /dev/null || echo cmake
    command -v g++ > /dev/null || echo g++
    [ -e /usr/include/torch/csrc/api/include/torch/torch.h ] || echo libtorch-dev
    compgen -G '/usr/lib/*/openblas-pthread/libopenblas.so.0' > /dev/null || echo libopenblas0-pthread
}

install_packages() {
    command -v apt-get > /dev/null || die "libtorch is missing and this system has no apt-get. Install libtorch 1.13 or later with its headers, cmake and a C++ compiler, or use a feed with TorchSharp-cpu: -p:TorchBackend=NuGet."
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || die "missing: $*. Install as root: apt-get install -y $*"
        as_root=(sudo)
    fi
    say "installing $* (apt-get${as_root:+, with sudo})"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

# NuGet where the feed serves TorchSharp and it loads here, else the system's libtorch; the choice is kept in a git-ignored file.
choose_backend() {
    if [ ! -e "$backend_file" ]; then
        local backend=System reason
        say "looking for TorchSharp: the feed's, if it serves one that runs here (some 270 MB), or else the system's libtorch"
        if ! dotnet restore eng/TorchProbe --verbosity quiet > /dev/null 2>&1; then
            say "the feed serves no TorchSharp"
        elif reason=$(dotnet run --project eng/TorchProbe --configuration Release --verbosity quiet 2>&1); then
            backend=NuGet
        else
            say "the feed's TorchSharp does not run here: $reason"
        fi
        rm -rf eng/TorchProbe/bin eng/TorchProbe/obj
        printf '<Project>\n  <PropertyGroup>\n    <TorchBackend>%s</TorchBackend>\n  </PropertyGroup>\n</Project>\n' "$backend" > "$backend_file"
        say "TorchSharp comes from: $backend (kept in $backend_file)"
    fi
    if grep -q '>System<' "$backend_file"; then
        local missing
        missing=$(missing_packages)
        [ -z "$missing" ] || install_packages $missing
    fi
}

set_up() {
    require_dotnet
    choose_backend
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
    dotnet test "$solution" --configuration Release --no-build -maxcpucount:1 "$@" 2>&1 | tee "$log" || status=$?
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
    dotnet pack "$solution" --configuration Release --verbosity quiet
    grep -q '>NuGet<' "$backend_file" || say "Parameterize.Experiments is left out: it is packed where TorchSharp comes from NuGet (docs/guides/torch-backends.md)"
    ls artifacts/packages
}

command=${1:-}
[ $# -eq 0 ] || shift
case "$command" in
    demo) run_demo "$@" ;;
    test) run_tests "$@" ;;
    bench) set_up && dotnet run --project benchmarks/Parameterize.Benchmarks --configuration Release -- "$@" ;;
    pack) run_pack ;;
    format) require_dotnet && dotnet format "$solution" --exclude-diagnostics CA1822 "$@" ;;
    '' | -h | --help | help) usage ;;
    *) usage >&2; die "no command '$command'." ;;
esac
