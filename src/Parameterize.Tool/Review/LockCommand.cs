using System.CommandLine;
using Parameterize.Charts;
using Parameterize.Printing;
using Parameterize.Testing.Locks;
using Parameterize.Tool.Inspect;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Review;

/// <summary><c>parameterize lock</c>: how all models of an assembly scale, in one file for version control and reviewers.</summary>
internal static class LockCommand
{
    public static Command Of(Printer printer)
    {
        var path = new UserPath();
        var output = new Option<FileInfo?>("--output", "-o")
        {
            Description = $"The file; left out, {LockText.FileName} beside the project, or in this folder.",
        };
        var check = new Option<bool>("--check") { Description = "Write nothing: exit code 1 if the file says something else." };
        var command =
            new Command("lock", "Writes how every [Parameterize] model scales to a file that a test compares and a reviewer reads.");
        path.AddTo(command);
        command.Add(output);
        command.Add(check);
        command.SetExplained(printer, (parsed, _) =>
        {
            var (assembly, project) = path.Resolve(parsed, printer);
            var models = ModelFinder.Read(assembly, name: null);
            var text = LockText.Of(models.Select(model => (model.Type, model.Sizes, model.Markdown)));
            var folder = project is null ? Environment.CurrentDirectory : Path.GetDirectoryName(project.Project)!;
            var file = parsed.GetValue(output)?.FullName ?? Path.Combine(folder, LockText.FileName);
            var isSame = File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text;
            if (parsed.GetValue(check))
            {
                printer.Line(isSame
                    ? $"{file} is as the models scale."
                    : $"{file} is not as the models scale: `parameterize lock` writes it anew.");
                return isSame ? ExitCode.Ok : ExitCode.Failed;
            }

            if (!isSame)
            {
                AtomicFile.Write(file, text);
            }

            printer.Error.Write(FormattableString.Invariant($"{models.Count} models{(isSame ? ", unchanged" : "")}: {file}\n"));
            return ExitCode.Ok;
        });
        return command;
    }
}
