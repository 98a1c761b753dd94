using Parameterize.Samples.Kit;
using Parameterize.Samples.WordEmbeddings;

return await SampleCommand.InvokeAsync(Demo.Command, args);
