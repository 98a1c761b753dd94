using Parameterize.Samples.WordEmbeddings;

return await Demo.Command.Parse(args).InvokeAsync();
