using Parameterize.Samples.Transformer;
using static TorchSharp.torch;

using var model = new CharacterTransformer(50, 16, 128, 16, 4, 0.5);
Console.WriteLine(CharacterTransformer.Scaling);
Console.WriteLine(Block.Scaling);
Console.WriteLine(model.Parameterization);
using var optimizer = model.AdamW(1e-3);
Console.WriteLine(model.forward(randint(50, [2, 16], ScalarType.Int64)).shape.Length);
Console.WriteLine(string.Join("\n", model.ParameterGroups(Parameterize.OptimizerFamily.AdamLike).Select(g => g.ToString())));
