#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "verdict/message_origin.h"

Test(verdict_message_origin, a_generic_message_is_the_agents_alone_or_beside_its_name)
{
    static const struct {
        const char *text;
        bool counts;
    } cases[] = {
        {"Authentication Failed", true},
        {"authentication  failed.", true},
        {"Error: Authentication failed", true},
        {"(407) Authentication failed.", true},
        {"HTTP/1.1 401 Authentication Failed", true},
        {"12:00 N1 HTTP/1.1 401 Authentication Failed", true},
        {"401 Authentication Failed", true},
        {"port 401 authentication failed", false},
        {"HTTP/1.1 4010 authentication failed", false},
        {"10:00\tAuthentication Failed\tN1", true},
        {"\"Authentication failed\",\"N1\"", true},
        {"エラー: Authentication Failed。", true},
        {"The Azure Backup job: authentication failed for the vault", true},
        {"cbengine says authentication failed for it", true},
        {"sshd: authentication failed for root", false},
        {"the authentication failed", false},
        {"D:\\why authentication failed.docx", false},
        {"D:\\manuals\\Authentication failed.docx", false},
        {"Authentication failed: user root", false},
        {"nothing of the kind", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert(
            eq(int,
               message_origin_is_agent(span_of(cases[i].text), span_of("Authentication Failed")),
               cases[i].counts),
            "%s", cases[i].text);
}
