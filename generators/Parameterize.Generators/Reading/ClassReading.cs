using Parameterize.Generators.Model;

namespace Parameterize.Generators.Reading;

/// <summary>What was read of an annotated class, right or wrong.</summary>
/// <param name="Model">Its model; not to be generated from where something was found to be wrong.</param>
/// <param name="Parameters">What its constructors are given.</param>
/// <param name="Built">What they make of its members.</param>
internal sealed record ClassReading(ModelSpec Model, AnnotatedParameters Parameters, BuiltClass Built);
