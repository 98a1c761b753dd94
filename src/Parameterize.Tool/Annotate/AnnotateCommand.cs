using System.CommandLine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parameterize.CodeFixes.Annotation;
using Parameterize.Printing;
using Parameterize.Tool.Loading;

namespace Parameterize.Tool.Annotate;

/// <summary><c>parameterize annotate</c>: makes annotated models of a project's plain TorchSharp modules.</summary>
internal static class AnnotateCommand
{
    public static Command Of(Printer printer)
    {
        var path = new Argument<string>("PROJECT") { Description = "A project (.csproj), or its folder." };
        var name = new Option<string?>("--class")
        {
            Description =
            "One class, with or without its namespace, and the models inside; left out, all plain modules."
        };
        var baseWidth = new Option<int?>("--base")
        {
            Description = "The base width, at which the learning rate is tuned; left out, the first width's default, or 64."
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the change, and write nothing." };
        var configuration =
            new Option<string>("--configuration", "-c") { Description = "How the project is read.", DefaultValueFactory = _ => "Release" };
        var framework = new Option<string?>("--framework", "-f") { Description = "The target framework, for a project with several." };
        var command = new Command("annotate", "Annotates plain TorchSharp modules: attributes, widths, forward calls, optimizers. Exit " +
            "code 1 if something is left to decide.") { path, name, baseWidth, dryRun, configuration, framework };
        command.SetExplained(printer, (parsed, cancellation) =>
        {
            var project = UserPath.ProjectAt(parsed.GetValue(path)!);
            if (parsed.GetValue(baseWidth) is < 1)
            {
                throw new UserException("--base is the width at which the learning rate is tuned: a whole number from 1 on.");
            }

            printer.Mention($"Reading {Path.GetFileName(project)} ...");
            var compilation = SourceProject.Read(project, parsed.GetValue(configuration)!, parsed.GetValue(framework), cancellation);
            var chosen = Chosen(compilation, parsed.GetValue(name), project, cancellation);
            if (chosen.Count == 0)
            {
                printer.Line(parsed.GetValue(name) is { } one
                    ? $"'{one}' is annotated."
                    : $"{Path.GetFileName(project)} has no plain module with tensors.");
                return ExitCode.Ok;
            }

            var result = Annotator.Annotate(compilation, chosen, parsed.GetValue(baseWidth), cancellation).GetAwaiter().GetResult();
            if (!parsed.GetValue(dryRun))
            {
                foreach (var (_, after) in result.Changed)
                {
                    SourceFile.Write(after);
                }
            }

            AnnotateReport.Print(printer, result, Path.GetDirectoryName(project)!, parsed.GetValue(dryRun));
            return result.Remarks.All(remark => remark.IsNote) ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>The plain modules that are asked for; none where what is asked for is annotated.</summary>
    private static IReadOnlyList<INamedTypeSymbol> Chosen(
        CSharpCompilation compilation, string? name, string project, CancellationToken cancellation)
    {
        var all = PlainModels.In(compilation, cancellation).ToArray();
        if (name is null)
        {
            return all;
        }

        var asked = Array.FindAll(all, type => type.Name == name || type.ToDisplayString() == name);
        if (asked.Length > 0 || PlainModels.IsAnnotated(compilation, name))
        {
            return asked;
        }

        throw new UserException($"{project} has no plain TorchSharp module '{name}' with tensors" +
            (all.Length == 0 ? "." : $"; it has {string.Join(", ", all.Select(type => type.Name))}."));
    }
}
