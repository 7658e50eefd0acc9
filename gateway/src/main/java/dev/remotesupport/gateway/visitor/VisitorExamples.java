package dev.remotesupport.gateway.visitor;

/** What the API's description shows of introducing visitors. */
final class VisitorExamples {

    static final String RULES = """
            {"id": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11", "name": "Web shop", "maskSelectors": [".account-number"],
             "guardSelectors": ["button.pay"], "liveVisitors": true,
             "origins": ["https://shop.example"]}""";

    static final String ORIGIN_REFUSED = """
            {"type": "https://remote-support.dev/problems/origin-refused", "title": "This address may not call us.",
             "status": 403, "code": "origin-refused",
             "detail": "Add this page's origin to the allowed origins of the site.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b21"}""";

    static final String SITE_UNKNOWN = """
            {"type": "https://remote-support.dev/problems/site-unknown", "title": "There is no such site.", "status": 404,
             "code": "site-unknown", "detail": "No site has this key.", "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b22"}""";

    private VisitorExamples() {}
}
