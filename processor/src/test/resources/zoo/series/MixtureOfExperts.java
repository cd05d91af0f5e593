package zoo.series;

import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

@Input(value = {20}, name = "x")
@Forward("""
    experts_out = torch.einsum('ij, jkl -> ikl', x, self.experts)
    experts_out += self.experts_bias
    experts_out = torch.relu(experts_out)
    g = nn.Softmax(dim=-1)(torch.einsum('ab, bc -> ac', x, self.gate_a))
    ga = g.unsqueeze(1)
    weighted = experts_out * ga.expand_as(experts_out)
    a = self.tower_a(torch.sum(weighted, 2))
    gb = x.mm(self.gate_b).softmax(dim=1)
    b = self.tower_b(torch.einsum('nkl,nl->nk', experts_out, gb))
    clean_logits = self.w_gate(x)
    noise_stddev = F.softplus(self.w_noise(x)) + 1e-2
    logits = clean_logits + torch.randn_like(clean_logits) * noise_stddev
    top_logits, top_indices = logits.topk(min(2 + 1, 6), dim=1)
    top_k_logits = top_logits[:, :2]
    top_k_indices = top_indices[:, :2]
    top_k_gates = torch.softmax(top_k_logits, dim=1)
    zeros = torch.zeros_like(logits, requires_grad=True)
    gates = zeros.scatter(1, top_k_indices, top_k_gates)
    load = (gates > 0).sum(0)
    importance = gates.sum(0)
    cv = importance.float().var() / (importance.float().mean() ** 2 + 1e-10)
    return a, b, load, cv
    """)
class MixtureOfExperts {
  static class Block {}

  @Parameter({20, 12, 6}) Block experts;
  @Parameter({6}) Block experts_bias;
  @Parameter({20, 6}) Block gate_a;
  @Parameter({20, 6}) Block gate_b;
  @Linear(in = 20, out = 6, bias = false) Block w_gate;
  @Linear(in = 20, out = 6, bias = false) Block w_noise;
  @Linear(in = 12, out = 1) Block tower_a;
  @Linear(in = 12, out = 3) Block tower_b;
}

/* PyTorch 1.13.0:
parameters 1978
sizes N=2 N=3
experts_out 2,12,6 3,12,6
experts_out_1 2,12,6 3,12,6
experts_out_2 2,12,6 3,12,6
einsum 2,6 3,6
Softmax 2,6 3,6
ga 2,1,6 3,1,6
expand_as 2,12,6 3,12,6
mul 2,12,6 3,12,6
sum 2,12 3,12
tower_a 2,1 3,1
mm 2,6 3,6
softmax 2,6 3,6
einsum_1 2,12 3,12
tower_b 2,3 3,3
clean_logits 2,6 3,6
w_noise 2,6 3,6
softplus 2,6 3,6
add 2,6 3,6
randn_like 2,6 3,6
mul_1 2,6 3,6
add_1 2,6 3,6
topk 2,3;2,3; 3,3;3,3;
top_k_logits 2,2 3,2
top_k_indices 2,2 3,2
top_k_gates 2,2 3,2
zeros 2,6 3,6
gates 2,6 3,6
gt 2,6 3,6
sum_1 6 6
importance 6 6
float 6 6
var () ()
float_1 6 6
mean () ()
pow () ()
add_2 () ()
div () ()
*/
