namespace Parameterize.Generators.Model;

/// <summary>What a member holds its layers in.</summary>
internal enum Container
{
    /// <summary>The member is the layer.</summary>
    None,

    /// <summary>A ModuleList or ParameterList, which TorchSharp registers.</summary>
    TorchList,

    /// <summary>An array, which TorchSharp overlooks and generated code registers.</summary>
    Array,

    /// <summary>A list of the base class library, which TorchSharp overlooks too.</summary>
    List,
}
