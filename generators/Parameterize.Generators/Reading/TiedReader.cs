using Parameterize.Generators.Diagnostics;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>Which embeddings a class's readouts share.</summary>
internal static class TiedReader
{
    public static ISet<string> Read(ReadingContext context, IReadOnlyList<LayerMember> members)
    {
        var tied = new HashSet<string>();
        foreach (var readout in members.Where(member => member.TiedTo is not null))
        {
            var target = members.FirstOrDefault(member => member.Symbol.Name == readout.TiedTo);
            var problem = target is null ? "the class has no such member that holds tensors"
                : target.Shape?.Name != "Embedding" || target.Container != Container.None ? "it is no single Embedding"
                : readout.Shape?.Name != "Linear" || readout.Container != Container.None ? $"'{readout.Symbol.Name}' is no single Linear"
                : tied.Contains(readout.TiedTo!) ? "another readout shares it already"
                : null;
            if (problem is null)
            {
                tied.Add(readout.TiedTo!);
                continue;
            }

            var location = context.ArgumentLocation(readout.Attribute!, "TiedTo");
            context.Report(Descriptors.InvalidConstant, location, "TiedTo", $"\"{readout.TiedTo}\"", readout.Symbol.Name, problem);
        }

        return tied;
    }
}
