package jp.tsunagu.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlFileTest {

    @Test
    void whereItIsBrokenIsSaid() {
        byte[] content = "<a>\n<b>\n</a>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> XmlFile.read(content)).hasMessageContaining("3行目");
    }

    @Test
    void aTreeHasTheCommentsToo() throws UnreadableFileException {
        byte[] content = "<a><!-- 見直し --></a>".getBytes(StandardCharsets.UTF_8);

        assertThat(XmlFile.document(content)
                        .getDocumentElement()
                        .getFirstChild()
                        .getNodeValue())
                .contains("見直し");
    }

    /** The tree that is changed and written again has the same guards as what is only read. */
    @Test
    void nothingHarmfulBecomesATree() {
        for (String harm : new String[] {
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
            "<a>".repeat(XmlFile.DEEPEST + 1) + "</a>".repeat(XmlFile.DEEPEST + 1),
            "<a>" + " ".repeat(LargestFile.BYTES) + "</a>",
            "<a>"
        }) {
            byte[] content = harm.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> XmlFile.read(content)).isInstanceOf(UnreadableFileException.class);
            assertThatThrownBy(() -> XmlFile.document(content)).isInstanceOf(UnreadableFileException.class);
        }
    }
}
