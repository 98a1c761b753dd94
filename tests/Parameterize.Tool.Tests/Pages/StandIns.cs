using System.Diagnostics;
using Parameterize.Tool.Tests.Kit;

namespace Parameterize.Tool.Tests.Pages;

/// <summary>Runs the commands of a page in bash, with stand-ins for the programs that would train, build or install.</summary>
internal static class StandIns
{
    // What GNU parallel and srun run is run, once, so that it is recorded too.
    private const string Script = """
        #!/bin/bash
        name=$(basename "$0")
        call=$(printf '%s\x1f' "$name" "$@")
        case "$name" in
            parallel)
                read -r first || true
                command=${!#}
                eval "$(printf '%s' "$command" | sed -e "s|{}|${first:-1}|g" -e 's|{#}|1|g')" ;;
            srun) while [[ $1 == --* ]]; do shift; done; "$@" ;;
            *) printf '%s\n' "$call" >> "$CALLS" ;; # at once: some run side by side
        esac
        """;

    private static readonly string[] s_programs = ["parameterize", "dotnet", "build.sh", "parallel", "srun", "sbatch", "chromium"];

    /// <summary>The calls of programs that the commands make, each with its arguments.</summary>
    public static async Task<IReadOnlyList<string[]>> Calls(string commands)
    {
        using var folder = new TemporaryFolder();
        var calls = folder.Write("calls", "");
        foreach (var program in s_programs)
        {
            folder.WriteProgram(program, Script);
        }

        var start = new ProcessStartInfo("bash", ["-eu", folder.Write("commands", commands)])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["PATH"] = $"{folder.Path}:{start.Environment["PATH"]}";
        start.Environment["CALLS"] = calls;
        start.Environment["MODEL"] = "model.dll"; // as an earlier block of the page exports it
        foreach (var number in new[] { "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_CPUS_PER_TASK" })
        {
            start.Environment[number] = "1";
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var run = await ToolProcess.Finish(process);
        Assert.True(run.ExitCode == 0, $"{commands}\n{run.Error}");
        return [.. (await File.ReadAllLinesAsync(calls)).Select(line => line.TrimEnd('\x1f').Split('\x1f'))];
    }
}
