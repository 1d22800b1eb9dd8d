use std::collections::BTreeMap;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use expectspec_properties::{Mediation, Move, OriginStep, Action, intermediary, mediate};

fn key(m: &Mediation) -> Option<(String, String)> {
    let r = catch_unwind(AssertUnwindSafe(|| intermediary(m)));
    let e = r.err()?;
    let text = e.downcast_ref::<String>().cloned().or_else(|| e.downcast_ref::<&str>().map(|s| s.to_string())).unwrap_or_default();
    let first = text.lines().next().unwrap_or("").to_string();
    let key: String = if first.starts_with("EXP") { first.split(" at ").next().unwrap().to_string() } else { first.split(':').next().unwrap().chars().take(60).collect() };
    let key = if key.starts_with("Some(") { text.lines().next().unwrap().to_string() } else { key };
    Some((key, text))
}

fn shrink(m: &Mediation, k: &str) -> Mediation {
    let mut m = m.clone();
    loop {
        let mut better = None;
        for i in 0..m.moves.len() {
            let mut n = m.clone();
            n.moves.remove(i);
            if key(&n).is_some_and(|(it, _)| it == k) { better = Some(n); break; }
        }
        if better.is_none() {
            let mut n = Mediation::new(m.policy, m.moves.clone());
            if n != m && key(&n).is_some_and(|(it, _)| it == k) { better = Some(n); }
            else {
                // simplify bytes
                let octets = m.encode();
                for i in 0..octets.len() { if octets[i] != 0 { let mut o = octets.clone(); o[i] = 0; n = Mediation::decode(&o); if n.moves.len() <= m.moves.len() && n != m && key(&n).is_some_and(|(it, _)| it == k) { better = Some(n); break; } } }
            }
        }
        match better { Some(b) => m = b, None => return m }
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let args: Vec<String> = std::env::args().collect();
    if args.len() == 1 {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).unwrap();
        let m: Mediation = text.parse().unwrap();
        println!("{}", mediate(&m).transcript);
        println!("{:?}", key(&m).map(|(_, t)| t.lines().next().unwrap().to_string()));
        return;
    }
    let mut seed: u64 = args[1].parse().unwrap();
    let seconds: u64 = args[2].parse().unwrap();
    let begun = std::time::Instant::now();
    let mut random = move |below: u64| { seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15); let m = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9); let m = (m ^ (m >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB); (m ^ (m >> 31)) % below };
    let mut found: BTreeMap<String, (Mediation, u32)> = BTreeMap::new();
    let mut count = 0;
    while begun.elapsed().as_secs() < seconds {
        count += 1;
        let len = 2 + random(60);
        let octets: Vec<u8> = (0..len).map(|_| match random(8) { 0..=2 => random(3) as u8, 3..=5 => random(12) as u8, _ => random(256) as u8 }).collect();
        let mut m = Mediation::decode(&octets);
        for it in &mut m.moves { if let Move::Client(Action::Head(h)) = it { if random(4) > 0 { h.target = &expectspec_properties::words::TAGGED_TARGETS[0]; h.version = &expectspec_properties::words::VERSIONS[0]; if random(3) > 0 { h.fields = &expectspec_properties::words::FIELDS[0]; } } }
            if let Move::Client(Action::Octets(o)) | Move::Origin(OriginStep::Octets(o)) = it { o.truncate(9); } }
        if let Some((k, _)) = key(&m) {
            let entry = found.entry(k).or_insert((m.clone(), 0));
            entry.1 += 1;
            if m.moves.len() < entry.0.moves.len() { entry.0 = m; }
        }
    }
    println!("{count} mediations, {} keys", found.len());
    for (k, (m, n)) in found {
        let m = shrink(&m, &k);
        let text = key(&m).map(|(_, t)| t).unwrap_or_default();
        println!("\n######## {n}x {k}\n{m}");
        let head = text.lines().next().unwrap_or("").to_string();
        println!("{head}");
        println!("{}", mediate(&m).transcript);
    }
}
