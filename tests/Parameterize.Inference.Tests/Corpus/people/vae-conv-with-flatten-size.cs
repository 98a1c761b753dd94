// right: encoder.0.0 Input, encoder.0.1 Vector, encoder.1.0 Hidden, encoder.1.1 Vector, encoder.2.0 Hidden, encoder.2.1 Vector
// right: decoder.0.0 Hidden, decoder.0.1 Vector, decoder.1.0 Hidden, decoder.1.1 Vector, fc_mu Output, fc_var Output
// right: decoder_input Input, final_layer Output
// must be right
[Parameterize(BaseWidth = 8)]
public partial class M : Module<Tensor, (Tensor, Tensor, Tensor)>
{
    private readonly Sequential encoder, decoder;
    private readonly Linear fc_mu, fc_var, decoder_input, final_layer;
    private readonly long last;
    public M([Width] long width, int in_channels = 3, int latent_dim = 16) : base("VanillaVAE")
    {
        var hidden_dims = new List<long>
        {
            width,
            2 * width,
            4 * width
        };
        var modules = new List<Module<Tensor, Tensor>>();
        long channels = in_channels;
        foreach (var h_dim in hidden_dims)
        {
            modules.Add(Sequential(Conv2d(channels, h_dim, 3, stride: 2, padding: 1), BatchNorm2d(h_dim), LeakyReLU()));
            channels = h_dim;
        }

        encoder = Sequential(modules.ToArray());
        fc_mu = Linear(hidden_dims[^1] * 4, latent_dim);
        fc_var = Linear(hidden_dims[^1] * 4, latent_dim);
        last = hidden_dims.Last();
        decoder_input = Linear(latent_dim, hidden_dims[^1] * 4);
        modules = new();
        hidden_dims.Reverse();
        for (int i = 0; i < hidden_dims.Count - 1; i++)
            modules.Add(Sequential(ConvTranspose2d(hidden_dims[i], hidden_dims[i + 1], 3, stride: 2, padding: 1,
                output_padding: 1), BatchNorm2d(hidden_dims[i + 1]), LeakyReLU()));
        decoder = Sequential(modules.ToArray());
        final_layer = Linear(hidden_dims[hidden_dims.Count - 1], 3);
        InitializeParameters();
    }

    public override (Tensor, Tensor, Tensor) forward(Tensor x)
    {
        var h = encoder.call(x).flatten(1);
        var(mu, lv) = (Fc_mu(h), Fc_var(h));
        var z = mu + torch.exp(0.5 * lv) * torch.randn_like(mu);
        return (Final_layer(decoder.call(Decoder_input(z).view(-1, last, 2, 2)).mean(new long[] { 2, 3 })), mu, lv);
    }
}
