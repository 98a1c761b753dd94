using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>A readout that is said to share an embedding's weight.</summary>
/// <param name="Readout">The member with TiedTo.</param>
/// <param name="Problem">Why it cannot; null where it does.</param>
internal sealed record Tie(LayerMember Readout, string? Problem)
{
    public static IReadOnlyList<Tie> Of(IReadOnlyList<LayerMember> members)
    {
        var shared = new HashSet<string>();
        return members.Where(member => member.TiedTo is not null).Select(readout => new Tie(readout, ProblemOf(readout))).ToArray();

        string? ProblemOf(LayerMember readout)
        {
            var target = members.FirstOrDefault(member => member.Symbol.Name == readout.TiedTo);
            if (target is null)
            {
                return "the class has no such member that holds tensors";
            }

            if (target.Shape?.Name != "Embedding" || target.Container != Container.None)
            {
                return "it is no single Embedding";
            }

            if (readout.Shape?.Name != "Linear" || readout.Container != Container.None)
            {
                return $"'{readout.Symbol.Name}' is no single Linear";
            }

            return !shared.Add(readout.TiedTo!) ? "another readout shares it already" : null;
        }
    }

    /// <summary>The embeddings that readouts share.</summary>
    public static ISet<string> Shared(IReadOnlyList<LayerMember> members) =>
        new HashSet<string>(Of(members).Where(tie => tie.Problem is null).Select(tie => tie.Readout.TiedTo!));
}
