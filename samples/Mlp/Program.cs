using Parameterize.Samples.Mlp;

Console.WriteLine(CharacterMlp.Scaling);
