namespace Parameterize.Generators.Model;

/// <summary>What a member is, element-wise for a list.</summary>
internal enum LayerForm
{
    /// <summary>A module of the catalogue.</summary>
    Module,

    /// <summary>A bare parameter.</summary>
    Parameter,

    /// <summary>A model of the user's own, which has scaled its tensors itself.</summary>
    Nested,

    /// <summary>Any module, with [Unscaled].</summary>
    Other,
}
