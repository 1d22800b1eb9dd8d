//! How long a head takes to read, next to `httparse` on the same octets.

use std::mem::MaybeUninit;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use expectspec_message::{HeadReader, Limits};

fn main() {
    divan::main();
}

const FIELDS_MAX: usize = 64;

const CURL: &[u8] = b"PUT /upload/file.bin HTTP/1.1\r\nHost: localhost:8080\r\n\
    User-Agent: curl/8.5.0\r\nAccept: */*\r\nContent-Length: 1048576\r\n\
    Expect: 100-continue\r\n\r\n";

const BROWSER: &[u8] = b"GET /wp-content/uploads/2010/03/hello-kitty-darth-vader-pink.jpg HTTP/1.1\r\n\
    Host: www.kittyhell.com\r\n\
    User-Agent: Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10.6; ja-JP-mac; rv:1.9.2.3) Gecko/20100401 Firefox/3.6.3 Pathtraq/0.9\r\n\
    Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n\
    Accept-Language: ja,en-us;q=0.7,en;q=0.3\r\n\
    Accept-Encoding: gzip,deflate\r\n\
    Accept-Charset: Shift_JIS,utf-8;q=0.7,*;q=0.7\r\n\
    Cache-Control: max-age=0\r\n\
    Upgrade-Insecure-Requests: 1\r\n\
    Keep-Alive: 115\r\n\
    Connection: keep-alive\r\n\
    Referer: https://www.kittyhell.com/2010/03/hello-kitty-darth-vader\r\n\
    Cookie: wp_ozh_wsa_visits=2; wp_ozh_wsa_visit_lasttime=xxxxxxxxxx; __utma=xxxxxxxxx.xxxxxxxxxx.xxxxxxxxxx; __utmz=xxxxxxxxx.utmccn=(referral)|utmcmd=referral\r\n\r\n";

const RESPONSE: &[u8] = b"HTTP/1.1 417 Expectation Failed\r\n\
    Date: Mon, 27 Jul 2009 12:28:53 GMT\r\n\
    Server: example/2.2.14 (unix)\r\n\
    Content-Type: text/html; charset=utf-8\r\n\
    Content-Length: 88\r\n\
    Connection: close\r\n\r\n";

mod request {
    use super::*;

    #[divan::bench(args = ["curl", "browser"], sample_size = 1000)]
    fn ours(bencher: Bencher<'_, '_>, name: &str) {
        ours_on(bencher, HeadReader::request(Limits::default()), octets(name));
    }

    #[divan::bench(args = ["curl", "browser"], sample_size = 1000)]
    fn httparse(bencher: Bencher<'_, '_>, name: &str) {
        let octets = octets(name);
        bencher.counter(BytesCount::new(octets.len())).bench(|| {
            let mut fields = [const { MaybeUninit::uninit() }; FIELDS_MAX];
            let mut request = httparse::Request::new(&mut []);
            let read = request.parse_with_uninit_headers(black_box(octets), &mut fields);
            read.expect("valid").is_complete()
        });
    }

    fn octets(name: &str) -> &'static [u8] {
        if name == "curl" { CURL } else { BROWSER }
    }
}

mod response {
    use super::*;

    #[divan::bench(sample_size = 1000)]
    fn ours(bencher: Bencher<'_, '_>) {
        ours_on(bencher, HeadReader::response(Limits::default()), RESPONSE);
    }

    #[divan::bench(sample_size = 1000)]
    fn httparse(bencher: Bencher<'_, '_>) {
        bencher.counter(BytesCount::new(RESPONSE.len())).bench(|| {
            let mut fields = [const { MaybeUninit::uninit() }; FIELDS_MAX];
            let mut response = httparse::Response::new(&mut []);
            let read = httparse::ParserConfig::default().parse_response_with_uninit_headers(
                &mut response,
                black_box(RESPONSE),
                &mut fields,
            );
            read.expect("valid").is_complete()
        });
    }
}

fn ours_on(bencher: Bencher<'_, '_>, mut reader: HeadReader, octets: &[u8]) {
    bencher.counter(BytesCount::new(octets.len())).bench_local(|| {
        reader.reset();
        reader.read(black_box(octets)).expect("valid")
    });
}
