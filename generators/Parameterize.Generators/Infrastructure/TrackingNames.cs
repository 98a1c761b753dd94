namespace Parameterize.Generators.Infrastructure;

/// <summary>The names of the pipeline's steps, which tests ask for reasons.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Models = nameof(Models);
    public const string Complete = nameof(Complete);
    public const string Linked = nameof(Linked);
    public const string Declarations = nameof(Declarations);
    public const string AnyModel = nameof(AnyModel);
}
