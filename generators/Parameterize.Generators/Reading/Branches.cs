using Parameterize.Generators.Infrastructure;
using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>
/// Which members are inside residual branches, in a class whose depth grows: as their attributes say; else those in lists, or, where
/// there is no list and no model inside (the class is a block itself), all that are neither input nor output.
/// </summary>
internal sealed class Branches(bool hasDepth, IReadOnlyList<LayerMember> members)
{
    private readonly bool _isBlock = members.All(member => member.Holder == Container.None && member.Form != LayerForm.Nested);

    public bool Contains(LayerMember member, ParameterKind kind) => hasDepth
        && (member.Attribute.Argument<bool>("Residual")
            ?? (_isBlock || member.Place is not null
                ? kind is not (ParameterKind.Input or ParameterKind.Output)
                : member.Holder != Container.None));
}
