"""Reinforcement learning and small tabular networks."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from record import In


class NatureDqn(nn.Module):
    inputs = [In(4, 84, 84)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 32, 8, stride=4)
        self.conv2 = nn.Conv2d(32, 64, 4, stride=2)
        self.conv3 = nn.Conv2d(64, 64, 3, stride=1)
        self.fc4 = nn.Linear(7 * 7 * 64, 512)
        self.head = nn.Linear(512, 18)

    def forward(self, x):
        x = x.float() / 256
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = F.relu(self.conv3(x))
        x = F.relu(self.fc4(x.view(x.size(0), -1)))
        return self.head(x)


class DuelingDqn(nn.Module):
    inputs = [In(4, 84, 84), In(high=6), In()]

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(4, 32, 8, 4), nn.ReLU(), nn.Conv2d(32, 64, 4, 2), nn.ReLU(),
                                      nn.Conv2d(64, 64, 3, 1), nn.ReLU())
        self.advantage = nn.Sequential(nn.Linear(3136, 512), nn.ReLU(), nn.Linear(512, 6))
        self.value = nn.Sequential(nn.Linear(3136, 512), nn.ReLU(), nn.Linear(512, 1))

    def forward(self, x, action, expected):
        x = self.features(x)
        x = x.view(x.size(0), -1)
        advantage = self.advantage(x)
        value = self.value(x)
        q = value + advantage - advantage.mean(dim=1, keepdim=True)
        q_value = q.gather(1, action.unsqueeze(1)).squeeze(1)
        next_q = q.max(1)[0]
        best = q.argmax(dim=1)
        loss = F.smooth_l1_loss(q_value, expected)
        return loss


class DistributionalDqn(nn.Module):
    inputs = [In(8)]

    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(8, 32)
        self.linear2 = nn.Linear(32, 4 * 51)
        self.register_buffer("support", torch.linspace(-10, 10, 51))

    def forward(self, x):
        x = F.relu(self.linear1(x))
        x = self.linear2(x)
        x = F.softmax(x.view(-1, 51), dim=1).view(-1, 4, 51)
        dist = x * self.support
        q = dist.sum(2)
        action = q.max(1)[1]
        return q, action


class A2c(nn.Module):
    inputs = [In(4, 42, 42), In(256), In(256)]

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 32, 3, stride=2, padding=1)
        self.conv2 = nn.Conv2d(32, 32, 3, stride=2, padding=1)
        self.conv3 = nn.Conv2d(32, 32, 3, stride=2, padding=1)
        self.conv4 = nn.Conv2d(32, 32, 3, stride=2, padding=1)
        self.lstm = nn.LSTMCell(32 * 3 * 3, 256)
        self.critic_linear = nn.Linear(256, 1)
        self.actor_linear = nn.Linear(256, 6)

    def forward(self, inputs, hx, cx):
        x = F.elu(self.conv1(inputs))
        x = F.elu(self.conv2(x))
        x = F.elu(self.conv3(x))
        x = F.elu(self.conv4(x))

        x = x.view(-1, 32 * 3 * 3)
        hx, cx = self.lstm(x, (hx, cx))

        return self.critic_linear(hx), self.actor_linear(hx), (hx, cx)


class SacCritic(nn.Module):
    inputs = [In(17), In(6), In(1)]

    def __init__(self):
        super().__init__()
        self.l1 = nn.Linear(17 + 6, 256)
        self.l2 = nn.Linear(256, 256)
        self.l3 = nn.Linear(256, 1)
        self.l4 = nn.Linear(17 + 6, 256)
        self.l5 = nn.Linear(256, 256)
        self.l6 = nn.Linear(256, 1)

    def forward(self, state, action, target_Q):
        sa = torch.cat([state, action], 1)

        q1 = F.relu(self.l1(sa))
        q1 = F.relu(self.l2(q1))
        q1 = self.l3(q1)

        q2 = F.relu(self.l4(sa))
        q2 = F.relu(self.l5(q2))
        q2 = self.l6(q2)
        target = torch.min(q1, q2)
        critic_loss = F.mse_loss(q1, target_Q) + F.mse_loss(q2, target_Q)
        return q1, q2


class GaussianPolicy(nn.Module):
    inputs = [In(11)]

    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(11, 256)
        self.linear2 = nn.Linear(256, 256)
        self.mean_linear = nn.Linear(256, 3)
        self.log_std_linear = nn.Linear(256, 3)
        self.register_buffer("action_scale", torch.ones(3))

    def forward(self, state):
        x = F.relu(self.linear1(state))
        x = F.relu(self.linear2(x))
        mean = self.mean_linear(x)
        log_std = self.log_std_linear(x)
        log_std = torch.clamp(log_std, min=-20, max=2)
        std = log_std.exp()
        noise = torch.randn_like(mean)
        x_t = mean + std * noise
        y_t = torch.tanh(x_t)
        action = y_t * self.action_scale
        log_prob = -0.5 * noise.pow(2) - log_std
        log_prob -= torch.log(self.action_scale * (1 - y_t.pow(2)) + 1e-6)
        log_prob = log_prob.sum(1, keepdim=True)
        return action, log_prob, torch.tanh(mean)


class PpoSharedNet(nn.Module):
    inputs = [In(8), In(high=4), In(), In()]

    def __init__(self):
        super().__init__()
        self.shared = nn.Sequential(nn.Linear(8, 64), nn.Tanh())
        self.pi = nn.Linear(64, 4)
        self.v = nn.Linear(64, 1)

    def forward(self, state, action, old_logprob, advantage):
        h = self.shared(state)
        logp = F.log_softmax(self.pi(h), dim=-1)
        value = self.v(h).squeeze(-1)
        logprob = logp.gather(-1, action[:, None])[:, 0]
        entropy = -(logp.exp() * logp).sum(-1)
        ratio = torch.exp(logprob - old_logprob.detach())
        surr1 = ratio * advantage
        surr2 = torch.clamp(ratio, 1 - 0.2, 1 + 0.2) * advantage
        loss = -torch.min(surr1, surr2).mean() + 0.5 * F.mse_loss(value, advantage) - 0.01 * entropy.mean()
        return loss


class AlphaZero(nn.Module):
    inputs = [In(17, 9, 9)]

    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(17, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU())
        self.policy_conv = nn.Sequential(nn.Conv2d(64, 2, 1), nn.BatchNorm2d(2), nn.ReLU())
        self.policy_fc = nn.Linear(2 * 9 * 9, 82)
        self.value_conv = nn.Sequential(nn.Conv2d(64, 1, 1), nn.BatchNorm2d(1), nn.ReLU())
        self.value_fc1 = nn.Linear(81, 64)
        self.value_fc2 = nn.Linear(64, 1)

    def forward(self, s):
        s = self.conv(s)
        p = self.policy_conv(s)
        p = p.view(-1, 162)
        p = F.log_softmax(self.policy_fc(p), dim=1).exp()
        v = self.value_conv(s).view(-1, 9 * 9)
        v = F.relu(self.value_fc1(v))
        v = torch.tanh(self.value_fc2(v))
        return p, v


class WorldModel(nn.Module):
    """A mixture density recurrent network."""

    inputs = [In(20, 35)]

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(35, 256, batch_first=True)
        self.z_pi = nn.Linear(256, 5 * 32)
        self.z_sigma = nn.Linear(256, 5 * 32)
        self.z_mu = nn.Linear(256, 5 * 32)

    def forward(self, x):
        y, (h, c) = self.lstm(x)
        rollout_length = x.size(1)
        pi = self.z_pi(y).view(-1, rollout_length, 5, 32)
        mu, sigma = self.z_mu(y), self.z_sigma(y)
        pi = F.softmax(pi, 2)
        sigma = torch.exp(sigma.view(-1, rollout_length, 5, 32))
        mu = mu.view(-1, rollout_length, 5, 32)
        return pi, mu, sigma


class DecisionTransformer(nn.Module):
    inputs = [In(20, 17), In(20, 6), In(20, 1), In(20, high=1000)]

    def __init__(self):
        super().__init__()
        self.embed_state = nn.Linear(17, 128)
        self.embed_action = nn.Linear(6, 128)
        self.embed_rtg = nn.Linear(1, 128)
        self.embed_timestep = nn.Embedding(1000, 128)
        self.embed_ln = nn.LayerNorm(128)
        self.transformer = nn.TransformerEncoder(
            nn.TransformerEncoderLayer(128, 4, dim_feedforward=512, batch_first=True, norm_first=True), 3)
        self.predict_action = nn.Sequential(nn.Linear(128, 6), nn.Tanh())

    def forward(self, states, actions, returns_to_go, timesteps):
        batch_size, seq_length = states.shape[0], states.shape[1]
        time_embeddings = self.embed_timestep(timesteps)
        state_embeddings = self.embed_state(states) + time_embeddings
        action_embeddings = self.embed_action(actions) + time_embeddings
        returns_embeddings = self.embed_rtg(returns_to_go) + time_embeddings
        stacked_inputs = torch.stack(
            (returns_embeddings, state_embeddings, action_embeddings), dim=1
        ).permute(0, 2, 1, 3).reshape(batch_size, 3 * seq_length, 128)
        stacked_inputs = self.embed_ln(stacked_inputs)
        x = self.transformer(stacked_inputs)
        x = x.reshape(batch_size, seq_length, 3, 128).permute(0, 2, 1, 3)
        action_preds = self.predict_action(x[:, 1])
        return action_preds


class TabTransformer(nn.Module):
    inputs = [In(6, high=50), In(9)]

    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(50, 32)
        self.layer = nn.TransformerEncoderLayer(d_model=32, nhead=8, dim_feedforward=64, batch_first=True,
                                                activation="gelu")
        self.norm = nn.LayerNorm(9)
        self.head = nn.Sequential(nn.Linear(6 * 32 + 9, 64), nn.SELU(), nn.AlphaDropout(0.1))
        self.out = nn.Linear(64, 1)

    def forward(self, cats, nums):
        x = self.layer(self.embed(cats))
        x = torch.cat((x.flatten(1), self.norm(nums)), dim=-1)
        return self.out(self.head(x)).squeeze(-1).sigmoid()
