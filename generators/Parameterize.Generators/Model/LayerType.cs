namespace Parameterize.Generators.Model;

/// <summary>The modules of the catalogue, and a bare parameter.</summary>
internal enum LayerType
{
    Linear,
    Embedding,
    LayerNorm,
    Parameter,

    /// <summary>Any module, with [Unscaled].</summary>
    Other,
}
