// Prints what libtorch's own modules draw and compute after manual_seed(7): modules.txt holds the output. To make it again:
// g++ -std=c++17 -I/usr/include/torch/csrc/api/include modules.cpp -o modules -ltorch -ltorch_cpu -lc10 && ./modules > modules.txt
#include <torch/torch.h>
#include <iostream>
#include <iomanip>
using namespace torch; using namespace torch::nn;
double checksum(Tensor p) { auto n = p.numel(); return (p.to(kDouble).flatten() * (at::arange(1, n + 1, kDouble) / n)).sum().item<double>(); }
Tensor x(std::vector<int64_t> s) { int64_t n = 1; for (auto v : s) n *= v; return at::arange(n, kDouble).sin().to(kFloat).reshape(s); }
void params(const char* what, const nn::Module& m) {
  std::cout << what << "\n";
  for (auto& p : m.named_parameters()) std::cout << "  " << p.key() << " " << p.value().sizes() << " " << std::setprecision(9) << checksum(p.value().detach()) << "\n";
}
void out(const char* what, Tensor t) { std::cout << "  -> " << what << " " << t.sizes() << " " << checksum(t.detach()) << "\n"; }
int main() {
  auto seed = [] { torch::manual_seed(7); };
  NoGradGuard g;
  { seed(); RNN m(RNNOptions(3, 4).num_layers(2).bidirectional(true)); params("RNN", *m); auto [o, h] = m(x({5, 2, 3})); out("o", o); out("h", h); }
  { seed(); RNN m(RNNOptions(3, 4).nonlinearity(torch::kReLU).batch_first(true).bias(false)); params("RNN relu", *m); auto [o, h] = m(x({2, 5, 3}), x({1, 2, 4})); out("o", o); out("h", h); }
  { seed(); LSTM m(LSTMOptions(3, 4).num_layers(2)); params("LSTM", *m); auto [o, s] = m(x({5, 2, 3})); out("o", o); out("h", std::get<0>(s)); out("c", std::get<1>(s)); }
  { seed(); GRU m(GRUOptions(3, 4)); params("GRU", *m); auto [o, h] = m(x({5, 2, 3})); out("o", o); out("h", h); }
  { seed(); RNNCell m(RNNCellOptions(3, 4)); params("RNNCell", *m); out("h", m(x({2, 3}))); }
  { seed(); LSTMCell m(LSTMCellOptions(3, 4)); params("LSTMCell", *m); auto [h, c] = m(x({2, 3})); out("h", h); out("c", c); }
  { seed(); GRUCell m(GRUCellOptions(3, 4)); params("GRUCell", *m); out("h", m(x({2, 3}), x({2, 4}))); }
  { seed(); MultiheadAttention m(MultiheadAttentionOptions(6, 2)); params("MHA", *m); auto mask = at::zeros({2, 4}, kBool); mask[1][3] = true;
    auto [o, w] = m(x({3, 2, 6}), x({4, 2, 6}), x({4, 2, 6}).cos(), mask, true, x({3, 4})); out("o", o); out("w", w); }
  { seed(); MultiheadAttention m(MultiheadAttentionOptions(6, 2).kdim(5).vdim(5).add_bias_kv(true).add_zero_attn(true)); params("MHA kv", *m);
    auto mask = at::zeros({2, 4}, kBool); mask[1][3] = true;
    auto [o, w] = m(x({3, 2, 6}), x({4, 2, 5}), x({4, 2, 5}).cos(), mask, true, x({3, 4})); out("o", o); out("w", w); }
  { seed(); TransformerEncoderLayer l(TransformerEncoderLayerOptions(6, 2).dim_feedforward(8)); l->eval(); params("EncoderLayer", *l); out("o", l(x({3, 2, 6}))); 
    TransformerEncoder e(TransformerEncoderOptions(l, 2)); e->eval(); params("Encoder", *e); out("o", e(x({3, 2, 6}), x({3, 3})));  }
  { seed(); TransformerDecoderLayer l(TransformerDecoderLayerOptions(6, 2).dim_feedforward(8).activation(torch::kGELU)); l->eval(); params("DecoderLayer", *l); out("o", l(x({3, 2, 6}), x({4, 2, 6})));
    TransformerDecoder e(TransformerDecoderOptions(l, 2)); e->eval(); params("Decoder", *e); out("o", e(x({3, 2, 6}), x({4, 2, 6}), x({3, 3}), x({3, 4})));  }
  { seed(); EmbeddingBag m(EmbeddingBagOptions(5, 3).mode(torch::kMean)); params("EmbeddingBag", *m); }
  { seed(); Bilinear m(BilinearOptions(2, 3, 4)); params("Bilinear", *m); out("o", m(x({5, 2}), x({5, 3}))); }
  { seed(); Conv3d m(Conv3dOptions(2, 4, 3).groups(2).padding(1).padding_mode(torch::kCircular)); params("Conv3d", *m); out("o", m(x({1, 2, 3, 4, 5}))); }
  { seed(); Conv2d m(Conv2dOptions(2, 4, {3, 2}).padding({2, 1}).padding_mode(torch::kReplicate)); params("Conv2d replicate", *m); out("o", m(x({1, 2, 5, 4}))); }
  { seed(); ConvTranspose1d m(ConvTranspose1dOptions(4, 2, 3).stride(2).groups(2)); params("ConvTranspose1d", *m); out("o", m(x({1, 4, 5}))); std::vector<int64_t> size{12}; out("o12", m(x({1, 4, 5}), size)); }
  { seed(); ConvTranspose2d m(ConvTranspose2dOptions(4, 2, 3).stride(2).output_padding(1).dilation(2)); params("ConvTranspose2d", *m); out("o", m(x({1, 4, 5, 3}))); }
  { seed(); ConvTranspose3d m(ConvTranspose3dOptions(2, 2, 2)); params("ConvTranspose3d", *m); out("o", m(x({1, 2, 3, 3, 3}))); }
}
